import { safeParse } from 'zod/mini';
import type { ZodMiniType } from 'zod/mini';
import type { Answer } from '../../adapter/exchange.js';
import { payloadOf } from '../../adapter/exchange.js';
import { problemShape } from '../../adapter/wire-problem.js';
import { batchShape, breakdownShape, capabilitiesShape, pageShape, taskShape } from '../../adapter/wire-shapes.js';
import { parseJson } from '../../adapter/wire.js';
import { successOf } from '../calls.js';
import type { CallName } from '../calls.js';
import type { Check } from '../check.js';
import { answerChecks } from '../checks/answers.js';
import type { Notebook } from '../notebook.js';
import { short } from '../text.js';
import { requestIdOf } from './client.js';

type AnyShape = ZodMiniType;

/** What each call answers with. */
const shapes: Readonly<Record<CallName, { readonly whole: AnyShape; readonly item?: AnyShape }>> = {
  capabilities: { whole: capabilitiesShape },
  listBatches: { whole: pageShape, item: batchShape },
  findBatches: { whole: pageShape, item: batchShape },
  createBatch: { whole: batchShape },
  getBatch: { whole: batchShape },
  breakdown: { whole: breakdownShape },
  listTasks: { whole: pageShape, item: taskShape },
  findTasks: { whole: pageShape, item: taskShape },
  syncWithGateway: { whole: batchShape },
  retryFailed: { whole: batchShape },
  cancelBatch: { whole: batchShape },
  decide: { whole: batchShape },
  subscribe: { whole: batchShape },
};

/** Members that hold a time, wherever they stand. */
const timeMembers = new Set(['created_at', 'updated_at', 'started_at', 'finished_at', 'at', 'server_time']);

/** Looks at every answer as bytes. */
export function createWatch(notebook: Notebook): (call: CallName, answer: Answer) => void {
  function success(call: CallName, answer: Answer, note: Note): void {
    const status = successOf(call);
    if (answer.status !== status) note(answerChecks.status, String(status), String(answer.status));
    let payload: unknown;
    try {
      payload = payloadOf(answer);
    } catch {
      note(answerChecks.json, 'application/json that can be parsed', bodyText(answer));
      return;
    }
    lookAt(call, payload, note);
  }

  function lookAt(call: CallName, payload: unknown, note: Note): void {
    const { whole, item } = shapes[call];
    const faults = [faultIn(whole, payload)];
    if (item && faults[0] === null) {
      faults.push(...(payload as { data: readonly unknown[] }).data.map(each => faultIn(item, each)));
    }
    for (const fault of faults) if (fault !== null) note(answerChecks.readable, 'every member of its type', fault);
    for (const { name, text } of timesIn(payload)) {
      if (!/(?:Z|[+-]00:00)$/.test(text))
        note(answerChecks.times, 'a time that ends in Z', `${name} is ${short(text)}`);
    }
  }

  function refusal(answer: Answer, note: Note): void {
    const expected = 'application/problem+json';
    const type = answer.headers.get('Content-Type') ?? '';
    if (!/^application\/problem\+json\s*(?:;|$)/i.test(type.trim())) {
      note(answerChecks.problems, expected, bodyText(answer));
      return;
    }
    let payload: unknown;
    try {
      payload = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(answer.bytes));
    } catch {
      note(answerChecks.problems, `${expected} that can be parsed`, bodyText(answer));
      return;
    }
    const fault = faultIn(problemShape, payload);
    if (fault !== null) {
      note(answerChecks.problems, 'every member of a problem, of its type', `${answer.status}: ${fault}`);
      return;
    }
    const { status } = payload as { status: number };
    if (status === answer.status) return;
    note(answerChecks.problems, `the status of the answer, ${answer.status}, as "status"`, String(status));
  }

  return (call, answer) => {
    const requestId = requestIdOf(answer);
    const note: Note = (check, expected, found) => notebook.note(check, { call, expected, found, requestId });
    if (answer.status >= 200 && answer.status < 300) success(call, answer, note);
    else if (answer.status >= 400) refusal(answer, note);
  };
}

type Note = (check: Check, expected: string, found: string) => void;

/** The first member that is missing or mistyped, `null` where none is. */
export function faultIn(shape: AnyShape, payload: unknown): string | null {
  const result = safeParse(shape, payload);
  if (result.success) return null;
  const path = result.error.issues[0]?.path ?? [];
  const value = path.reduce<unknown>((inner, key) => (inner as Readonly<Record<PropertyKey, unknown>>)[key], payload);
  const name = path.map(String).join('.') || 'the whole';
  return value === undefined ? `${name} is missing` : `${name} is ${short(JSON.stringify(value) ?? '', 60)}`;
}

/** The values of `values` and `params` are whoever's, whatever their names. */
function* timesIn(payload: unknown): Iterable<{ readonly name: string; readonly text: string }> {
  if (typeof payload !== 'object' || payload === null) return;
  for (const [name, value] of Object.entries(payload)) {
    if (timeMembers.has(name) && typeof value === 'string') yield { name, text: value };
    else if (name !== 'values' && name !== 'params' && name !== 'counts') yield* timesIn(value);
  }
}

function bodyText({ status, headers, bytes }: Answer): string {
  const type = headers.get('Content-Type') ?? 'no Content-Type';
  const start = new TextDecoder().decode(bytes.slice(0, 80)).replaceAll(/\s+/g, ' ').trim();
  return `${status} ${short(type, 60)}${start === '' ? ', empty' : `: ${start}`}`;
}
