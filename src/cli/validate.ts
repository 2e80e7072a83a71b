import { version } from '../core/version.js';
import { batchSync } from '../core/batch-sync.js';
import type { BatchDefinition } from '../core/definition.js';
import { validateFile } from '../core/intake/validate.js';
import type { Words } from '../words/words.js';
import { help, parseInvocation, UsageError, type Validation } from './arguments.js';
import { loadDefinition } from './definition.js';
import { messageOf } from './fault.js';
import { humanLines } from './human.js';
import { jsonLine, unreadableLine } from './json.js';
import { wordsFor } from './locale.js';
import { printable, type Output } from './output.js';
import { refuseSame, repairedVerdict } from './repair.js';
import { openSource, type Source } from './source.js';
import { openSpool, shelfOn, type Spool } from './spool.js';
import type { Verdict } from './verdict.js';

/** The text of a file up to this size is held in memory, beyond it in a temporary file. Bytes. */
const heldSize = 50_000_000;
const exitCodes = { valid: 0, invalid: 1, failed: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Runs `batch-sync-validate`. */
export async function validate(args: readonly string[], output: Output, complaints: Output): Promise<ExitCode> {
  const code = await run(args, output, complaints).catch(async (error: unknown) => {
    const hint = error instanceof UsageError ? '\nSee batch-sync-validate --help' : '';
    await complain(messageOf(error) + hint, complaints);
    return exitCodes.failed;
  });
  if (!output.failure) return code;
  await complain(`standard output: ${messageOf(output.failure)}`, complaints);
  return exitCodes.failed;
}

async function run(args: readonly string[], output: Output, complaints: Output): Promise<ExitCode> {
  const invocation = parseInvocation(args);
  switch (invocation.kind) {
    case 'help':
      await output.write(help);
      return exitCodes.valid;
    case 'version':
      await output.write(`${version}\n`);
      return exitCodes.valid;
    case 'validate':
      return validateAll(invocation, output, complaints);
  }
}

async function validateAll(task: Validation, output: Output, complaints: Output): Promise<ExitCode> {
  const words = wordsFor(task.locale);
  const definition = task.definition === null ? batchSync : await loadDefinition(task.definition);
  let worst: ExitCode = exitCodes.valid;
  for (const file of task.files) {
    let code: ExitCode;
    try {
      code = await validateOne(file, task, definition, words, output);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      await complain(`${file}: ${messageOf(error)}`, complaints);
      if (task.json) await output.write(unreadableLine(file, messageOf(error)));
      code = exitCodes.failed;
    }
    if (code > worst) worst = code;
  }
  return worst;
}

async function validateOne(
  fileName: string,
  task: Validation,
  definition: BatchDefinition,
  words: Words,
  output: Output,
): Promise<ExitCode> {
  const { maxBytes } = definition.limits;
  const source = await openSource(fileName, maxBytes);
  const { size } = source.file;
  let spool: Spool | null = null;
  try {
    if (size > heldSize && size <= maxBytes) spool = await openSpool();
    const verdict = await judge(fileName, source, spool, task, definition);
    // The rows that are told of are read from the spool, so it stays open until then.
    await output.writeAll(reportOf(verdict, task, words));
    return verdict.report.ok ? exitCodes.valid : exitCodes.invalid;
  } finally {
    await source.close();
    await spool?.close();
  }
}

async function judge(
  fileName: string,
  source: Source,
  spool: Spool | null,
  { repair }: Validation,
  definition: BatchDefinition,
): Promise<Verdict> {
  if (repair !== null) await refuseSame(source, repair);
  const report = await validateFile(source.file, definition, spool ? { shelf: shelfOn(spool) } : {});
  const fault = await source.fault();
  if (fault !== null) throw new Error(fault);
  return repair === null ? { fileName, report, repaired: null } : repairedVerdict(fileName, report, repair);
}

function reportOf(verdict: Verdict, { json, all, quiet }: Validation, words: Words): Iterable<string> {
  if (quiet) return [];
  return json ? jsonLine(verdict, words) : humanLines(verdict, all, words);
}

async function complain(text: string, complaints: Output): Promise<void> {
  const lines = text.split('\n').map(printable);
  await complaints.write(`batch-sync-validate: ${lines.join('\n')}\n`);
}
