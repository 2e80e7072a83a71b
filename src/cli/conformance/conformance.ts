import { version } from '../../core/version.js';
import { checkBaseUrl, checks } from '../../conformance/index.js';
import type { CheckResult } from '../../conformance/index.js';
import { UsageError } from '../arguments.js';
import { messageOf } from '../fault.js';
import { printable, printableJson, type Output } from '../output.js';
import { help, parseInvocation, type Checking } from './arguments.js';
import { checkLine, faultText, resultLines, summaryLines } from './text.js';

const exitCodes = { kept: 0, broken: 1, failed: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Runs `batch-sync-conformance`. */
export async function conformance(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  output: Output,
  complaints: Output,
): Promise<ExitCode> {
  const code = await run(args, env, output, complaints).catch(async (error: unknown) => {
    const hint = error instanceof UsageError ? '\nSee batch-sync-conformance --help' : '';
    await complain(messageOf(error) + hint, complaints);
    return exitCodes.failed;
  });
  if (!output.failure) return code;
  await complain(`standard output: ${messageOf(output.failure)}`, complaints);
  return exitCodes.failed;
}

async function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  output: Output,
  complaints: Output,
): Promise<ExitCode> {
  const invocation = parseInvocation(args, env);
  switch (invocation.kind) {
    case 'help':
      await output.write(help);
      return exitCodes.kept;
    case 'version':
      await output.write(`${version}\n`);
      return exitCodes.kept;
    case 'list':
      await output.writeAll(checks.map(checkLine));
      return exitCodes.kept;
    case 'check':
      return check(invocation, output, complaints);
  }
}

async function check({ baseUrl, json, options }: Checking, output: Output, complaints: Output): Promise<ExitCode> {
  let told = Promise.resolve();
  // A line as soon as it is known: a run may take minutes.
  const onResult = (result: CheckResult) => {
    told = told.then(() => output.writeAll(resultLines(result)));
  };
  const report = await checkBaseUrl(baseUrl, { ...options, ...(!json && { onResult }) });
  await told;
  if (json) await output.write(`${printableJson({ baseUrl, version, ...report })}\n`);
  else if (!report.fault) await output.writeAll(summaryLines(baseUrl, report, options.allowWrites ?? false));
  if (report.fault) {
    await complain(`${baseUrl}: ${faultText(report.fault)}`, complaints);
    return exitCodes.failed;
  }
  return report.ok ? exitCodes.kept : exitCodes.broken;
}

async function complain(text: string, complaints: Output): Promise<void> {
  const lines = text.split('\n').map(printable);
  await complaints.write(`batch-sync-conformance: ${lines.join('\n')}\n`);
}
