// The world behind the server: external systems that take orders, payment gateways, and the ways in which they refuse.
import { chance, pick } from './random.js';

export interface Failure {
  readonly code: string;
  readonly message: string;
  /** What the external system answered, in its own words. */
  readonly response: string;
  /** Whether the same task is likely to go through later. */
  readonly passing: boolean;
}

export const failures: readonly [Failure, ...Failure[]] = [
  {
    code: 'order_not_found',
    message: 'The order is not known to the external system.',
    response: '404 order not found',
    passing: false,
  },
  {
    code: 'amount_mismatch',
    message: 'The amount differs from the one that the external system holds.',
    response: '422 amount mismatch',
    passing: false,
  },
  {
    code: 'order_already_settled',
    message: 'The order was settled before and cannot change any more.',
    response: '409 already settled',
    passing: false,
  },
  {
    code: 'txn_not_found',
    message: 'The gateway has no transaction for this order.',
    response: 'TXN_NOT_FOUND',
    passing: false,
  },
  {
    code: 'merchant_mismatch',
    message: 'The order belongs to another merchant account.',
    response: '403 merchant mismatch',
    passing: false,
  },
  {
    code: 'gateway_timeout',
    message: 'The gateway did not answer within 30 seconds.',
    response: 'timeout after 30000 ms',
    passing: true,
  },
  {
    code: 'gateway_unavailable',
    message: 'The gateway was not available.',
    response: '503 service unavailable',
    passing: true,
  },
  {
    code: 'rate_limited',
    message: 'The external system refused more requests for a while.',
    response: '429 too many requests',
    passing: true,
  },
  {
    code: 'version_conflict',
    message: 'The order was being changed by somebody else at that moment.',
    response: '409 version conflict',
    passing: true,
  },
];

const gateways = ['PAYU', 'RAZORPAY', 'CCAVENUE', 'BILLDESK', 'PAYTM_V2'] as const;
const systems = ['OMS', 'ERP', 'LEDGER'] as const;

const purpose = { fails: 1, usual: 2, kind: 3, gateway: 4, system: 5, gatewayFails: 6 } as const;

/** Index into {@link failures} of what a task comes to grief on, or -1. Most of a batch's failures have two causes. */
export function fateOf(seed: number, index: number, failureRate: number): number {
  if (chance(seed, index, purpose.fails) >= failureRate) return -1;
  const share = chance(seed, index, purpose.usual);
  const cause = share < 0.55 ? -1 : share < 0.82 ? -2 : index;
  return Math.floor(chance(seed, cause, purpose.kind) * failures.length);
}

/** A retry: what passes has mostly passed, what is wrong with the order still is. */
export function fateOfRetry(seed: number, index: number, before: number): number {
  const rate = failures[before]?.passing ? 0.08 : 0.85;
  return chance(seed, index, purpose.fails) < rate ? before : -1;
}

/** The gateway that holds a task's transaction; each batch has its usual one. */
export function gatewayOf(seed: number, index: number): string {
  const usual = chance(seed, index, purpose.usual + 10) < 0.6;
  return pick(gateways, chance(seed, usual ? -1 : index, purpose.gateway));
}

export function systemOf(seed: number, index: number): string {
  return chance(seed, index, purpose.system) < 0.7 ? pick(systems, chance(seed, -1, purpose.system)) : systems[0];
}

/** Whether the gateway takes an accepted task over. */
export function gatewayTakes(seed: number, index: number): boolean {
  return chance(seed, index, purpose.gatewayFails) >= 0.03;
}
