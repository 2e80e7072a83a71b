import { createInputFromWire, decisionFromWire, parseJson } from '../src/adapter/wire.js';
import type { CreateBatchInput, Decision } from '../src/adapter/adapter.js';
import { ProblemError } from '../src/core/problem.js';

/** The `file` and `request` parts of an upload. Throws a `ProblemError`. */
export async function readUpload(request: Request): Promise<CreateBatchInput> {
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    throw new ProblemError({ code: 'unsupported_media_type', status: 415, title: 'An upload is multipart/form-data' });
  }
  const form = await request.formData().catch(() => null);
  const file = form?.get('file');
  const details = form?.get('request');
  if (!(file instanceof Blob) || details === null || details === undefined) {
    throw unreadable('An upload has the parts "file" and "request".');
  }
  const text = typeof details === 'string' ? details : await details.text();
  return createInputFromWire(jsonOf(text), file, fileNameOf(file));
}

/** A form writes a quote and the line breaks in a file's name as these escapes, and not every reader undoes them. */
function fileNameOf({ name }: File): string {
  return name.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}

export async function readDecision(request: Request): Promise<Decision> {
  return decisionFromWire(jsonOf(await request.text()));
}

function jsonOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    throw unreadable('This is not JSON.');
  }
}

function unreadable(detail: string): ProblemError {
  return new ProblemError({ code: 'unreadable', status: 400, title: 'The request cannot be read', detail });
}
