import { parseArgs } from 'node:util';
import { checks } from '../../conformance/index.js';
import type { BaseUrlCheckOptions } from '../../conformance/index.js';
import { UsageError } from '../arguments.js';

/** What the command was asked to do. */
export type Invocation =
  { readonly kind: 'help' } | { readonly kind: 'version' } | { readonly kind: 'list' } | Checking;

export interface Checking {
  readonly kind: 'check';
  readonly baseUrl: string;
  readonly json: boolean;
  readonly options: BaseUrlCheckOptions;
}

export const help = `Usage: batch-sync-conformance --base-url URL [options]

Checks a backend against the contract of batch-sync-elements (openapi.yaml), line by line, and names every line that it
breaks, with the call that shows it.

Options
  --base-url URL         where the contract is served, such as http://localhost:8080/v1/batch-sync
  --token TOKEN          sent as "Authorization: Bearer TOKEN"
  --checker-token TOKEN  of somebody who may decide on what the first account uploads (maker-checker)
  --reader-token TOKEN   of somebody who may only read
  --header "NAME: VALUE" sent with every request; can be repeated
  --allow-writes         make batches, cancel, retry and synchronise them: about 20, named conformance-..., which stay,
                         because the contract removes nothing. Use a tenant for tests. Without it only reads are checked
  --order-id ID          an order that the backend knows, so that tasks are accepted; can be repeated
  --only NAMES           reads, writes, events or names of checks, with commas; can be repeated
  --timeout SECONDS      how long a call may take (30)
  --settle SECONDS       how long the processing of 24 rows may take (120)
  --silence SECONDS      how long an event stream may be silent (45)
  --json                 one JSON document instead of a line for each check
  --list                 every check with its line of the contract; asks no backend
  --version              the version
  --help                 this text

The environment may hold the tokens instead, where no list of processes shows them: BATCH_SYNC_TOKEN,
BATCH_SYNC_CHECKER_TOKEN, BATCH_SYNC_READER_TOKEN.

Exit code: 0 no line is broken, 1 some line is, 2 wrong usage or a backend that cannot be asked.
`;

const groups = ['reads', 'writes', 'events'];

/** @throws {UsageError} */
export function parseInvocation(args: readonly string[], env: NodeJS.ProcessEnv): Invocation {
  const { values } = parsed(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (values.list) return { kind: 'list' };
  const baseUrl = baseUrlOf(values['base-url']);
  const allowWrites = values['allow-writes'] ?? false;
  const only = onlyOf(values.only, allowWrites);
  const orderIds = values['order-id'];
  const token = values.token ?? env['BATCH_SYNC_TOKEN'];
  const checkerToken = values['checker-token'] ?? env['BATCH_SYNC_CHECKER_TOKEN'];
  const readerToken = values['reader-token'] ?? env['BATCH_SYNC_READER_TOKEN'];
  const headers = headersOf(values.header ?? []);
  const timeout = millisecondsOf('--timeout', values.timeout);
  const settleTime = millisecondsOf('--settle', values.settle);
  const silence = millisecondsOf('--silence', values.silence);
  return {
    kind: 'check',
    baseUrl,
    json: values.json ?? false,
    options: {
      allowWrites,
      headers,
      ...(only && { only }),
      ...(orderIds && { orderIds }),
      ...(token && { token }),
      ...(checkerToken && { checkerToken }),
      ...(readerToken && { readerToken }),
      ...(timeout !== null && { timeout }),
      ...(settleTime !== null && { settleTime }),
      ...(silence !== null && { silence }),
    },
  };
}

/** Without what an address may hold that is nobody's business: a password, a query. */
function baseUrlOf(given: string | undefined): string {
  if (given === undefined) throw new UsageError('--base-url is missing');
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new UsageError('--base-url needs an http or https address');
  if (url.username !== '' || url.password !== '')
    throw new UsageError('--base-url takes no password: use --token or --header');
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function onlyOf(given: readonly string[] | undefined, allowWrites: boolean): readonly string[] | null {
  if (!given) return null;
  const names = given.flatMap(each => each.split(',')).map(name => name.trim());
  for (const name of names) {
    const check = checks.find(each => each.check === name);
    if (!check && !groups.includes(name)) throw new UsageError(`--only: there is no check "${name}"; --list names all`);
    const writes = name === 'writes' || check?.group === 'writes' || check?.needs.includes('writes');
    if (writes && !allowWrites) throw new UsageError(`--only ${name} makes batches: allow it with --allow-writes`);
  }
  return names;
}

/** The message never repeats a value: it may be a secret. */
function headersOf(given: readonly string[]): Readonly<Record<string, string>> {
  const headers = new Headers();
  for (const header of given) {
    const [, name, value] = /^([^:\s]+):\s*(.*)$/.exec(header) ?? [];
    if (name === undefined || value === undefined) throw new UsageError('--header needs "NAME: VALUE"');
    try {
      headers.append(name, value);
    } catch {
      throw new UsageError(`--header: ${name} cannot be sent in this way`);
    }
  }
  return Object.fromEntries(headers);
}

function millisecondsOf(name: string, seconds: string | undefined): number | null {
  if (seconds === undefined) return null;
  const value = Number(seconds);
  // What a timer can wait.
  if (seconds.trim() !== '' && value > 0 && value <= 2_000_000) return Math.ceil(value * 1000);
  throw new UsageError(`${name} needs a number of seconds`);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'base-url': { type: 'string' },
        token: { type: 'string' },
        'checker-token': { type: 'string' },
        'reader-token': { type: 'string' },
        header: { type: 'string', multiple: true },
        'allow-writes': { type: 'boolean' },
        'order-id': { type: 'string', multiple: true },
        only: { type: 'string', multiple: true },
        timeout: { type: 'string' },
        settle: { type: 'string' },
        silence: { type: 'string' },
        json: { type: 'boolean' },
        list: { type: 'boolean' },
        version: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Its message repeats the argument, which may be the rest of a secret that was not quoted.
    const isStray = code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL';
    throw new UsageError(isStray ? 'there is an argument without an option: quote a value that has blanks' : message);
  }
}
