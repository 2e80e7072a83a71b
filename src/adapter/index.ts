export type {
  BatchLookup,
  BatchSyncAdapter,
  CreateBatchInput,
  Decision,
  RequestContext,
  UploadContext,
  UploadProgress,
  WriteContext,
} from './adapter.js';
export { batchSyncContext } from './context.js';
export type {
  AccessTokenRequest,
  BatchSyncContext,
  CapabilitiesState,
  ConfirmRequest,
  LinkTarget,
  LiveConnection,
  LiveListener,
  LiveStatus,
  Notice,
  Role,
  RoleHandle,
  SharedConfig,
  SubmitPolicy,
  TelemetryEvent,
} from './context.js';
export { newIdempotencyKey } from './idempotency.js';
export { createRestAdapter } from './rest.js';
export type { RestAdapterOptions } from './rest.js';
