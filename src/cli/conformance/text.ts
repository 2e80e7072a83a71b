import type { CheckInfo, CheckResult, ConformanceReport } from '../../conformance/index.js';
import type { Problem } from '../../core/problem.js';
import { printable } from '../output.js';

const nameWidth = 26;
const indent = ' '.repeat(9);

/** "list-counts   reads   GET /batches" and, beneath it, the line of the contract. */
export function checkLine({ check, group, call, contract }: CheckInfo): string {
  return `${check.padEnd(nameWidth)} ${group.padEnd(8)} ${call}\n${indent}${contract}\n`;
}

/** What became of one check. */
export function* resultLines({
  verdict,
  check,
  call,
  contract,
  reason,
  findings,
  more,
}: CheckResult): Iterable<string> {
  const name = `${verdict.padEnd(8)} ${check.padEnd(nameWidth)} `;
  yield line(`${name}${call}${reason === null ? '' : `: ${reason}`}`);
  if (findings.length > 0) yield line(`${indent}Contract: ${contract}`);
  for (const finding of findings) {
    const request = finding.requestId === null ? '' : ` (request ${finding.requestId})`;
    // A line about every call names the one that broke it.
    if (finding.call !== call) yield line(`${indent}Call:     ${finding.call}`);
    yield line(`${indent}Expected: ${finding.expected}`);
    yield line(`${indent}Found:    ${finding.found}${request}`);
  }
  if (more > 0) yield line(`${indent}and ${more} more`);
}

/** What became of all of them. */
export function* summaryLines(baseUrl: string, report: ConformanceReport, allowedWrites: boolean): Iterable<string> {
  const count = (verdict: CheckResult['verdict']) => report.results.filter(result => result.verdict === verdict).length;
  const [broken, kept, skipped] = [count('broken'), count('kept'), count('skipped')];
  yield line(`${baseUrl}: ${broken} broken, ${kept} kept, ${skipped} skipped of ${report.results.length} lines.`);
  const made = report.madeBatches.length;
  if (made > 0)
    yield line(`${made} ${made === 1 ? 'batch was' : 'batches were'} made, named conformance-..., and stay.`);
  const needWrites = report.results.filter(({ verdict, needs, group }) => {
    return verdict === 'skipped' && (group === 'writes' || needs.includes('writes'));
  });
  if (!allowedWrites && needWrites.length > 0) {
    yield line(
      `${needWrites.length} lines need batches of their own: --allow-writes makes them, on a tenant for tests.`,
    );
  }
}

/** Why nothing could be checked. */
export function faultText({ status, title, detail }: Problem): string {
  if (status === 401) return 'the backend refuses the token (401)';
  if (status === 404) return 'there is no GET /batches here (404)';
  return detail === null ? title : `${title}: ${detail}`;
}

function line(text: string): string {
  return `${printable(text)}\n`;
}
