import type { Batch, Breakdown, OutcomeGroup } from '../core/batch.js';
import { version } from '../core/version.js';
import type { NotedProblem } from './problem-log.js';

export interface SupportFacts {
  readonly batch: Batch;
  /** `null` where the server counts nothing. */
  readonly breakdown: Breakdown | null;
  readonly problems: readonly NotedProblem[];
  /** How news comes, such as `live` or `polling`. */
  readonly live: string;
  /** Epoch milliseconds by the server's clock. */
  readonly now: number;
}

/** More groups or words than anybody reads are left out. */
const mostGroups = 50;
const longest = 120;

/**
 * What support needs to look into a batch, as JSON text: ids, codes, counts, times, versions. No name of a file or a
 * person, no cell, no message: those may hold what must not be passed on.
 */
export function supportBundle({ batch, breakdown, problems, live, now }: SupportFacts): string {
  const { id, status, version: batchVersion, totalRecords, totalTasks, tasks, rows, syncWithGateway } = batch;
  const { createdAt, updatedAt, startedAt, finishedAt, parentId, childIds, acceptedWarnings } = batch;
  const { gatewaySync, approval, history = [] } = batch;
  const facts = {
    library: `batch-sync-elements ${version}`,
    at: new Date(now).toISOString(),
    live,
    batch: {
      ...{ id, status, version: batchVersion, createdAt, updatedAt, startedAt, finishedAt },
      ...{ totalRecords, totalTasks, syncWithGateway },
      tasks: { accepted: tasks.accepted, failed: tasks.failed, queued: tasks.queued },
      rows: rows && { read: rows.read, sent: rows.sent, acknowledged: rows.acknowledged },
      gatewaySync: gatewaySync && { state: gatewaySync.state, at: gatewaySync.at },
      approval: approval && { state: approval.state, at: approval.at },
      parentId,
      childIds: childIds.slice(0, mostGroups),
      acceptedWarnings: acceptedWarnings.slice(0, mostGroups),
    },
    history: history.slice(-mostGroups).map(({ at, event }) => ({ at, event })),
    ...(breakdown && {
      failures: breakdown.failures.slice(0, mostGroups).map(({ code, count }) => ({ code, count })),
      gateways: breakdown.gateways.slice(0, mostGroups).map(countsOf),
      externalSystems: breakdown.externalSystems.slice(0, mostGroups).map(countsOf),
    }),
    problems,
  };
  return JSON.stringify(facts, shortened, 2);
}

function countsOf({ name, accepted, failed, queued }: OutcomeGroup) {
  return { name, accepted, failed, queued };
}

function shortened(_key: string, value: unknown): unknown {
  return typeof value === 'string' && value.length > longest ? `${value.slice(0, longest)}…` : value;
}
