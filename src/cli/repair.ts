import { open, rm } from 'node:fs/promises';
import { textRecords } from '../core/canonical.js';
import type { IssueCode, RepairName } from '../core/issue.js';
import { applyRepairs } from '../core/repair/repairs.js';
import type { ValidationReport } from '../core/report.js';
import { UsageError } from './arguments.js';
import { messageOf } from './fault.js';
import { joined } from './output.js';
import { identityOf, isSame, type Source } from './source.js';
import type { Verdict } from './verdict.js';

/** Errors of single cells: the canonical text keeps those as they are, and all that is around them. */
const keptCodes: ReadonlySet<string> = new Set<IssueCode>([
  'empty_value',
  'invalid_value',
  'value_too_long',
  'control_character',
  'surrounding_space',
  'duplicate_value',
  'exported_apostrophe',
]);

/** @throws {UsageError} where the result would take the place of the file itself, by whatever path */
export async function refuseSame(source: Source, path: string): Promise<void> {
  if (isSame(source.identity, await identityOf(path))) throw new UsageError('--repair must not name the file itself');
}

/** The verdict on what the repairs make of a file; they are written to `path` where nothing is lost by it. */
export async function repairedVerdict(fileName: string, report: ValidationReport, path: string): Promise<Verdict> {
  const result = repaired(report);
  const isComplete = keepsEverything(result.report);
  if (isComplete) await write(result.report, path);
  return { fileName, report: result.report, repaired: { applied: result.applied, fileName: isComplete ? path : null } };
}

/**
 * Makes every repair that is offered, those that others bring to light too, each once: twice, a repair might go further
 * than what was found. A split makes several files of one, and is left to whoever wants that.
 */
function repaired(report: ValidationReport): { report: ValidationReport; applied: RepairName[] } {
  const applied: RepairName[] = [];
  let result = report;
  for (;;) {
    const offered = result.repairs.filter(name => name !== 'split' && !applied.includes(name));
    if (offered.length === 0) return { report: result, applied };
    applied.push(...offered);
    result = applyRepairs(result, offered);
  }
}

function keepsEverything({ rowCountExact, counts }: ValidationReport): boolean {
  return rowCountExact && counts.every(({ severity, code }) => severity !== 'error' || keptCodes.has(code));
}

/** @throws where not all of it could be written; nothing that looks complete is left then */
async function write(report: ValidationReport, path: string): Promise<void> {
  try {
    const handle = await open(path, 'w');
    try {
      for (const text of joined(textRecords(report))) await handle.appendFile(text);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (await identityOf(path)) await rm(path, { force: true }).catch(() => undefined);
    throw new Error(`${path} cannot be written: ${messageOf(error)}`, { cause: error });
  }
}
