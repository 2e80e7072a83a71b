import type { BatchDefinition } from '../definition.js';
import type { IssueCode, IssueParams } from '../issue.js';
import type { ReportSource, ValidationReport } from '../report.js';
import { isUtf16, signatureOf, StrictDecoder, type DecodedSlice } from './bytes.js';
import { Intake } from './intake.js';
import { keepCompiled } from './keep-compiled.js';
import { nextTask } from './next-task.js';
import type { TextShelf } from './records.js';
import { refusal } from './report-builder.js';
import { readBytes, Slices, sliceSize, StreamedSlices, type SliceReader } from './slices.js';

/** How far the reading of a file is. */
export interface ReadingProgress {
  readonly bytesRead: number;
  readonly totalBytes: number;
  /** Data records so far. */
  readonly rows: number;
}

export interface ValidateOptions {
  readonly signal?: AbortSignal;
  /** Called after each slice. */
  readonly onProgress?: (progress: ReadingProgress) => void;
  /** Where the text of records goes that is too much to be held, such as a file on a disk; in memory where absent. */
  readonly shelf?: TextShelf;
}

/** Code units that are worked on at a time. The first are few, for then the engine meets all this code for the first time. */
const firstPieceSize = 4096;
const pieceSize = 16_384;
/**
 * Milliseconds of work after which the page gets its turn. Usual files take less, and a turn costs them more than it gives;
 * on a processor four times as slow a task is still no longer than this and one piece.
 */
const longestWork = 12;
/** Files up to this size are read once and kept, so that what was validated is what is sent. Bytes. */
const snapshotSize = 5_000_000;
const byteOrderMark = '\uFEFF';
const csvName = /\.csv$/i;
const loneSurrogate = /\p{Surrogate}/u;

/**
 * The verdict on a file. Whatever is in it, the answer is a report, never a rejection.
 *
 * The name decides by its ending, `.csv` in any case; the type does not, for browsers make it from the same name.
 *
 * @throws the signal's reason, once it is aborted
 * @throws {TypeError} where the definition is at fault: a schema that answers with a Promise
 */
export async function validateFile(
  file: File,
  definition: BatchDefinition,
  { signal, onProgress, shelf }: ValidateOptions = {},
): Promise<ValidationReport> {
  signal?.throwIfAborted();
  const { name: fileName, size } = file;
  const about = (source: ReportSource = { bytes: null, size, text: null }) => ({ fileName, definition, source });
  if (!csvName.test(fileName)) return refusal('not_csv', { reason: 'extension' }, about());
  const { maxRows, maxBytes } = definition.limits;
  if (size > maxBytes) return refusal('file_too_large', { size, maxBytes }, about());

  const isKept = size <= snapshotSize;
  const unreadable = () => refusal('not_csv', { reason: 'unreadable' }, about());
  const inBytes = async () => ({ bytes: isKept ? await readBytes(file, 0, size) : null, size, text: null });
  // So a folder says of itself.
  if (size === 0 && (await inBytes()).bytes === null) return unreadable();
  const intake = new Intake(definition, isKept, isKept, isKept ? null : shelf);
  const decoder = new StrictDecoder();
  let mark = '';
  let text = '';
  const stream = isKept ? StreamedSlices.of(file) : null;
  const slices: SliceReader = stream ?? new Slices(file);
  const rest = restBetween(signal);
  try {
    for (let offset = 0; offset < size && !intake.isDone;) {
      const bytes = await slices.next(maxRows - intake.rows);
      signal?.throwIfAborted();
      if (!bytes) return unreadable();
      const refused = offset === 0 ? refusedHead(bytes) : null;
      if (refused) return refusal(refused.code, refused.params, about(await inBytes()));
      const decoded = decoder.decode(bytes);
      for (const piece of pieces(decoded, offset)) {
        intake.feed(piece);
        await rest();
      }
      if (offset === 0 && decoded.text.startsWith(byteOrderMark)) mark = byteOrderMark;
      if (isKept) text += offset === 0 ? decoded.text.slice(mark.length) : decoded.text;
      offset += bytes.length;
      onProgress?.({ bytesRead: offset, totalBytes: size, rows: intake.rows });
      signal?.throwIfAborted();
    }
  } finally {
    stream?.end();
  }
  intake.feed(decoder.end());
  for (const _ of intake.finish()) await rest();
  if (size > sliceSize) keepCompiled(definition);
  if (!isKept || intake.isDone) return intake.report(about());
  if (!intake.isGarbled) return intake.report(about(soundSource(mark, text, size)));
  const source = await inBytes();
  return source.bytes === null ? unreadable() : intake.report(about(source));
}

/** What is kept of a file in UTF-8: of its text its bytes can be made again, which takes less than to keep them too. */
function soundSource(mark: string, text: string, size: number): ReportSource {
  let bytes: Uint8Array<ArrayBuffer> | null = null;
  return {
    get bytes() {
      return (bytes ??= new TextEncoder().encode(mark + text));
    },
    size,
    text,
  };
}

/** The verdict on text, such as pasted rows. `fileName` stands in the report. */
export function validateText(
  text: string,
  definition: BatchDefinition,
  { fileName = '' }: { readonly fileName?: string } = {},
): ValidationReport {
  const { maxBytes } = definition.limits;
  const size = new TextEncoder().encode(text).length;
  const content = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  const about = { fileName, definition, source: { bytes: null, size, text: content } };
  if (size > maxBytes) return refusal('file_too_large', { size, maxBytes }, about);

  const intake = new Intake(definition, true, false);
  const lone = text.search(loneSurrogate);
  for (const piece of pieces({ text, wrongAt: lone < 0 ? null : lone }, 0)) intake.feed(piece);
  Array.from(intake.finish());
  return intake.report(about);
}

/**
 * A slice in parts that are quickly worked on. `offset`: where it begins in the file. They end where a line does, if one
 * does: of what a part leaves to the next a copy would be made, and memory that is new costs more than all that is done
 * with it. For the same reason the first part of a slice is no more than the line that the slice before began.
 */
function* pieces({ text, wrongAt }: DecodedSlice, offset: number): Generator<DecodedSlice> {
  let piece = '';
  for (let start = 0; start < text.length; start += piece.length) {
    piece = text.slice(start, start + Math.min(firstPieceSize + offset + start, pieceSize));
    const isRest = start === 0 && offset > 0;
    const isLast = start + piece.length === text.length;
    const lineEnd = isRest ? piece.indexOf('\n') + 1 : isLast ? 0 : piece.lastIndexOf('\n') + 1;
    if (lineEnd > 0) piece = piece.slice(0, lineEnd);
    const isWrong = wrongAt !== null && wrongAt >= start && wrongAt < start + piece.length;
    yield { text: piece, wrongAt: isWrong ? wrongAt - start : null };
  }
}

/** Gives the page its turn when it is due, and ends the work once it is aborted. */
function restBetween(signal: AbortSignal | undefined): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestWork) return;
    await nextTask();
    signal?.throwIfAborted();
    since = performance.now();
  };
}

/** What the first bytes alone rule out. */
function refusedHead(head: Uint8Array): { code: IssueCode; params: IssueParams } | null {
  if (isUtf16(head)) return { code: 'invalid_encoding', params: { reason: 'utf16' } };
  const type = signatureOf(head);
  return type && { code: 'not_csv', params: { reason: 'type', type } };
}
