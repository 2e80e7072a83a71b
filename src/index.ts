export { paramsFromView, viewFromParams } from './core/view-params.js';
export { cancelableEvents } from './elements/events.js';
export { BatchSyncDetail } from './elements/detail.js';
export { BatchSyncProvider } from './elements/provider.js';
export { BatchSyncTable } from './elements/table.js';
export { BatchSyncUpload } from './elements/upload.js';
export type { BatchSyncConfig } from './elements/config.js';
export type {
  BatchDetail,
  BatchSyncDetailEventMap,
  BatchSyncEventMap,
  BatchSyncEventType,
  BatchSyncTableEventMap,
  BatchSyncUploadEventMap,
  CancelableEventType,
  DecideDetail,
  DirtyDetail,
  DismissDetail,
  DownloadDetail,
  DownloadedDetail,
  DownloadScope,
  ErrorDetail,
  FileDetail,
  LoadedDetail,
  OpenDetail,
  ProblemSummary,
  RetriedDetail,
  RowActionDetail,
  SubmitDetail,
  UploadProgressDetail,
  ValidatedDetail,
  ViewChangeDetail,
} from './elements/events.js';
export type {
  AccessTokenRequest,
  ConfirmRequest,
  LinkTarget,
  LiveStatus,
  Notice,
  SubmitPolicy,
  TelemetryEvent,
} from './adapter/context.js';
export type { BatchSyncAdapter } from './adapter/adapter.js';
export type {
  Actor,
  Approval,
  Batch,
  BatchAction,
  BatchEvent,
  Breakdown,
  Capabilities,
  Feature,
  OrdersPermission,
  Page,
  Task,
  TaskCounts,
} from './core/batch.js';
export type { BatchColumn, BatchDefinition, CellSchema, DefinitionText, ExportColumn } from './core/definition.js';
export type { Issue, IssueCode, Severity } from './core/issue.js';
export type { Problem } from './core/problem.js';
export type { ValidationReport } from './core/report.js';
export type { BatchRowAction } from './core/row-action.js';
export type { BatchStatus, TaskStatus } from './core/status.js';
export type { BatchCell, BatchTableColumn, CellIcon, CellTone, TableColumnName } from './core/table-columns.js';
export type { BatchSort, TaskQuery, View } from './core/view.js';
export type { ViewParams } from './core/view-params.js';
export { locales } from './words/locale-list.js';
export type { Catalogue, LocaleInfo, MessageKey, Messages } from './words/index.js';
