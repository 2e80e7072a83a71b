// The wire, for whoever speaks it: names, shapes and both directions of the mapping. One truth for adapter and mocks.
export {
  batchFromWire,
  breakdownFromWire,
  capabilitiesFromWire,
  createInputFromWire,
  decisionFromWire,
  eventFromWire,
  pageFromWire,
  parseJson,
  taskFromWire,
} from './wire-decode.js';
export type { EventMessage } from './wire-decode.js';
export {
  batchToWire,
  breakdownToWire,
  capabilitiesToWire,
  createRequestToWire,
  decisionToWire,
  eventToWire,
  pageToWire,
  problemToWire,
  taskToWire,
} from './wire-encode.js';
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
export type {
  BatchWire,
  BreakdownWire,
  CapabilitiesWire,
  CreateRequestWire,
  DecisionWire,
  PageWire,
  TaskWire,
} from './wire-shapes.js';
export type { IssueWire, ProblemWire } from './wire-problem.js';
export { problemFromWire } from './problems.js';
