// The wire, for whoever speaks it: names, shapes and both directions of the mapping. One truth for adapter and mocks.
export {
  batchFromWire,
  breakdownFromWire,
  capabilitiesFromWire,
  pageFromWire,
  parseJson,
  taskFromWire,
} from './wire-decode.js';
export {
  batchToWire,
  breakdownToWire,
  capabilitiesToWire,
  pageToWire,
  problemToWire,
  taskToWire,
} from './wire-encode.js';
export { eventFromWire, eventToWire } from './wire-events.js';
export type { EventMessage } from './wire-events.js';
export { createInputFromWire, createRequestToWire, decisionFromWire, decisionToWire } from './wire-requests.js';
export type { CreateRequestWire, DecisionWire } from './wire-requests.js';
export {
  lookupFromQuery,
  lookupToParams,
  maxBatchPage,
  maxTaskPage,
  taskQueryFromQuery,
  taskQueryToParams,
  viewFromQuery,
  viewToParams,
} from './wire-query.js';
export type { BatchWire, BreakdownWire, CapabilitiesWire, PageWire, TaskWire } from './wire-shapes.js';
export type { IssueWire, ProblemWire } from './wire-problem.js';
export { problemFromWire } from './problems.js';
