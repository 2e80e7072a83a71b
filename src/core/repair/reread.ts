import { isUtf16, StrictDecoder, type DecodedSlice } from '../intake/bytes.js';
import { wrongDelimiter } from '../intake/header.js';
import { Intake } from '../intake/intake.js';
import type { RepairName } from '../issue.js';
import type { FileChange, ReportSource, ValidationReport } from '../report.js';
import { withCommas } from './delimiter.js';
import { decodedAnew } from './reencode.js';

const byteOrderMark = '\uFEFF';
const byteOrderMarks = /^\uFEFF*/;

/** Repairs for which the text is read in another way, from the bytes as they were given. */
export type Rereading = 'reencode' | 'convert_delimiter';

export function isRereading(name: RepairName): name is Rereading {
  return name === 'reencode' || name === 'convert_delimiter';
}

/** The verdict on a file whose text is read in another way; `changes` says so. */
export function reread(
  { source, definition, fileName }: ValidationReport,
  repairs: ReadonlySet<RepairName>,
  changes: readonly FileChange[],
): ValidationReport {
  const { text, wrongAt } = decoded(source, repairs.has('reencode'));
  const content = repairs.has('convert_delimiter') ? divided(text) : text;
  const hasBytes = source.bytes !== null && !repairs.has('reencode');
  const intake = new Intake(definition, true, hasBytes);
  // Converting moves what was wrong; it is still the first that shows it.
  intake.feed({ text: content, wrongAt: wrongAt === null || content === text ? wrongAt : content.indexOf('\uFFFD') });
  Array.from(intake.finish());
  return intake.report({ fileName, definition, source, changes });
}

function divided(text: string): string {
  const marks = byteOrderMarks.exec(text)?.[0] ?? '';
  const content = text.slice(marks.length);
  const delimiter = wrongDelimiter(/[^\r\n]+/.exec(content)?.[0] ?? '');
  return delimiter === null ? text : marks + withCommas(content, delimiter);
}

function decoded({ bytes, text }: ReportSource, isReencoded: boolean): DecodedSlice {
  if (isReencoded && bytes) return decodedAnew(bytes);
  if (isReencoded) return { text: (text ?? '').replace(byteOrderMarks, ''), wrongAt: null };
  // The mark that a kept text still begins with is its second.
  if (text !== null) return { text: text.startsWith(byteOrderMark) ? byteOrderMark + text : text, wrongAt: null };
  return bytes && !isUtf16(bytes) ? decodedStrictly(bytes) : { text: '', wrongAt: null };
}

function decodedStrictly(bytes: Uint8Array): DecodedSlice {
  const decoder = new StrictDecoder();
  const { text, wrongAt } = decoder.decode(bytes);
  const end = decoder.end();
  return { text: text + end.text, wrongAt: wrongAt ?? (end.wrongAt === null ? null : text.length) };
}
