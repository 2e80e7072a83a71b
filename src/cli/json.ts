import type { BatchDefinition } from '../core/definition.js';
import type { Issue } from '../core/issue.js';
import { describe } from '../words/describe.js';
import type { Words } from '../words/words.js';
import { printableJson } from './output.js';
import type { Verdict } from './verdict.js';

/** A verdict as one line of JSON, in pieces: with many issues the whole of it may be large. */
export function* jsonLine({ fileName, report, repaired }: Verdict, words: Words): Iterable<string> {
  const { ok, rowCount, rowCountExact, counts, repairs, issues, definition } = report;
  const head = { fileName, ok, rowCount, rowCountExact, counts, repairs, ...(repaired && { repaired }) };
  yield `${printableJson(head).slice(0, -1)},"issues":[`;
  let separator = '';
  for (const issue of issues) {
    yield separator + printableJson(worded(issue, definition, words));
    separator = ',';
  }
  yield ']}\n';
}

/** The same shape for a file that could not be read, with the reason. */
export function unreadableLine(fileName: string, error: string): string {
  const nothing = { ok: false, rowCount: 0, rowCountExact: false, counts: [], repairs: [], error, issues: [] };
  return `${printableJson({ fileName, ...nothing })}\n`;
}

function worded(found: Issue, definition: BatchDefinition, words: Words) {
  // Params are made each time that they are read.
  const issue = { ...found };
  const { heading, message } = describe(issue, definition, words);
  return { ...issue, heading, message };
}
