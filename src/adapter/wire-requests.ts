import { array, boolean, nullable, number, object, string } from 'zod/mini';
import type { infer as Shape } from 'zod/mini';
import type { CreateBatchInput, Decision } from './adapter.js';
import { read } from './wire-decode.js';
import { oneOf } from './wire-shapes.js';

// What is sent: shapes and both directions. Only whoever changes something needs it.

/** The `request` part of an upload. */
export const createRequestShape = object({
  sync_with_gateway: boolean(),
  description: nullable(string()),
  client: object({
    rows: number(),
    rows_sha256: nullable(string()),
    accepted_warnings: array(string()),
    accept_duplicate: boolean(),
  }),
});

export const decisionShape = object({ decision: oneOf(['approve', 'reject']), comment: string() });

export type CreateRequestWire = Shape<typeof createRequestShape>;
export type DecisionWire = Shape<typeof decisionShape>;

/** The `request` part of an upload; its `file` part goes beside it, with `fileName`. */
export function createRequestToWire(input: CreateBatchInput): CreateRequestWire {
  const { client } = input;
  return {
    sync_with_gateway: input.syncWithGateway,
    description: input.description,
    client: {
      rows: client.rows,
      rows_sha256: client.rowsSha256,
      accepted_warnings: [...client.acceptedWarnings],
      accept_duplicate: client.acceptDuplicate,
    },
  };
}

export function decisionToWire({ decision, comment }: Decision): DecisionWire {
  return { decision, comment };
}

/** The `request` part of an upload with its `file`, as a server reads them. Throws a `ProblemError` `unreadable`. */
export function createInputFromWire(payload: unknown, file: Blob, fileName: string): CreateBatchInput {
  const { sync_with_gateway, description, client } = read(createRequestShape, payload, 'request');
  return {
    file,
    fileName,
    description,
    syncWithGateway: sync_with_gateway,
    client: {
      rows: client.rows,
      rowsSha256: client.rows_sha256,
      acceptedWarnings: client.accepted_warnings,
      acceptDuplicate: client.accept_duplicate,
    },
  };
}

/** Throws a `ProblemError` `unreadable`. */
export function decisionFromWire(payload: unknown): Decision {
  return read(decisionShape, payload, 'decision');
}
