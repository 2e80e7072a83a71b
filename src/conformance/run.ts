import type { Capabilities } from '../core/batch.js';
import type { Problem } from '../core/problem.js';
import { ProblemError, toProblem } from '../core/problem.js';
import { callText } from './calls.js';
import type { Check } from './check.js';
import { allChecks } from './checks/index.js';
import type { Notebook } from './notebook.js';
import type { ConformanceOptions } from './options.js';
import type { CheckResult, ConformanceReport, Need } from './report.js';
import { createStage } from './stage.js';
import type { Setting, Stage } from './stage.js';
import { problemText } from './text.js';
import { createTrial, Ended, Skipped } from './trial.js';

/** Runs what was asked for, one check after the other. Never rejects. */
export async function runChecks(
  setting: Setting,
  notebook: Notebook,
  { only, onResult }: Pick<ConformanceOptions, 'only' | 'onResult'>,
): Promise<ConformanceReport> {
  const chosen = allChecks.filter(
    ({ name, group }) => !only || group === 'answers' || only.includes(name) || only.includes(group),
  );
  const { fault, capabilities } = await begin(setting);
  const stage = createStage(setting, capabilities);
  const results: CheckResult[] = [];
  for (const check of fault ? [] : chosen) {
    const reason = await reasonNotToKeep(check, stage, notebook);
    const { findings, more } = notebook.findingsOf(check);
    const broken = findings.length > 0;
    const verdict = broken ? 'broken' : reason === null ? 'kept' : 'skipped';
    const why = broken || reason === null ? null : notebook.clean(reason);
    const result: CheckResult = { ...infoOf(check), verdict, reason: why, findings, more };
    results.push(result);
    onResult?.(result);
  }
  const findings = results.flatMap(result => result.findings);
  return {
    ok: !fault && findings.length === 0,
    fault: fault && cleanProblem(fault, notebook),
    results,
    findings,
    madeBatches: [...stage.madeBatches].map(id => notebook.clean(id)),
  };
}

/** Runs a check, if it can be run. The reason is why it was skipped. */
async function reasonNotToKeep(check: Check, stage: Stage, notebook: Notebook): Promise<string | null> {
  const missing = (check.needs ?? []).map(need => missingFor(need, stage)).find(reason => reason !== null);
  if (missing !== undefined) return missing;
  if (!check.run) return null;
  if (stage.capabilities?.permissions.orders === 'none' && !check.withoutRights)
    return 'the account has no right to read';
  if (stage.signal.aborted) return 'the run was ended';
  const trial = createTrial((expected, found, requestId) =>
    notebook.note(check, { call: check.call, expected, found, requestId }),
  );
  try {
    await check.run(stage, trial);
    return null;
  } catch (error) {
    if (error instanceof Skipped) return error.message;
    if (stage.signal.aborted) return 'the run was ended';
    if (error instanceof Ended) return null;
    // A request by hand that had no answer, or an answer that is like nothing in the contract.
    const found = error instanceof ProblemError ? problemText(error) : `what cannot be made sense of: ${String(error)}`;
    trial.breach('an answer of the contract', found, toProblem(error).requestId);
    return null;
  }
}

/** Why a need is not met, `null` where it is. */
function missingFor(need: Need, stage: Stage): string | null {
  switch (need) {
    case 'http':
      return stage.http ? null : 'it is about HTTP';
    case 'adapter':
      return stage.http ? 'it is about adapters' : null;
    case 'writes':
      if (!stage.allowWrites) return 'it needs batches of its own, and making them is not allowed';
      return (stage.capabilities?.permissions.orders ?? 'readWrite') === 'readWrite'
        ? null
        : 'the account may not write';
    case 'checker':
      return stage.checker ? null : 'it needs a second account that may decide';
    case 'gateway-sync':
    case 'retry':
    case 'cancel':
    case 'decide':
    case 'find-tasks':
    case 'breakdown':
    case 'events':
      return stage.offers(need) ? null : `the backend does not offer ${need}`;
  }
}

interface Beginning {
  /** Why there is nothing to check. */
  readonly fault: Problem | null;
  readonly capabilities: Capabilities | null;
}

/** Whether the backend can be asked at all, and what it says of the account. */
async function begin({ me }: Setting): Promise<Beginning> {
  const stated = me.has('capabilities') ? await me.capabilities() : null;
  if (stated && !stated.ok && isFault(stated.problem)) return { fault: stated.problem, capabilities: null };
  const list = await me.listBatches({ pageSize: 1 });
  const isElsewhere = !list.ok && list.problem.status === 404;
  const fault = !list.ok && (isElsewhere || isFault(list.problem)) ? list.problem : null;
  return { fault, capabilities: stated?.ok ? stated.value : null };
}

/** Nobody is there, or nobody who knows us: then no line of the contract is broken. */
function isFault({ status, code }: Problem): boolean {
  return status === 401 || code === 'network' || code === 'timeout';
}

function cleanProblem(problem: Problem, notebook: Notebook): Problem {
  const { title, detail, code, requestId } = problem;
  const clean = (text: string | null) => text && notebook.clean(text);
  return new ProblemError({
    ...problem,
    code: notebook.clean(code),
    title: notebook.clean(title),
    detail: clean(detail),
    requestId: clean(requestId),
    issues: [],
  });
}

export function infoOf({ name, group, call, contract, needs = [] }: Check) {
  return { check: name, group, call: callText(call, 'http'), contract, needs };
}
