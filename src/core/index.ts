export { batchSync } from './batch-sync.js';
export { rowsSha256, toText } from './canonical.js';
export { exportCsv } from './export.js';
export { validateFile, validateText } from './intake/validate.js';
export { issueCodes, repairNames } from './issue.js';
export { editCell, removeRows } from './repair/change-rows.js';
export { issuesCsv } from './repair/issues-csv.js';
export { previewRepair } from './repair/preview.js';
export { applyRepairs } from './repair/repairs.js';
export { sentFile } from './repair/sent-file.js';
export { splitReport } from './repair/split.js';
export { rowsWithErrors, validRowsOnly } from './repair/valid-rows.js';
export { ProblemError, toProblem } from './problem.js';
export { sampleCsv } from './sample.js';
export {
  batchStatuses,
  hasTasks,
  isActive,
  isBatchStatus,
  isTerminal,
  mayFollow,
  outcomeOf,
  progressOf,
  taskStatuses,
} from './status.js';
export { paramsFromView, viewFromParams } from './view-params.js';
export { changedView, defaultTaskQuery, defaultView, pageSizes, sortableColumns, sortOf, toggledSort } from './view.js';
export type {
  Actor,
  Approval,
  Batch,
  BatchAction,
  BatchEvent,
  Breakdown,
  Capabilities,
  FailureGroup,
  Feature,
  GatewaySync,
  HistoryEntry,
  OrdersPermission,
  OutcomeGroup,
  Page,
  RowCounts,
  Task,
  TaskCounts,
} from './batch.js';
export type {
  BatchColumn,
  BatchDefinition,
  CatalogueKey,
  CellSchema,
  CellVerdict,
  DefinitionText,
  DefinitionTexts,
  ExportColumn,
} from './definition.js';
export type { ExportOptions } from './export.js';
export type { TextShelf } from './intake/records.js';
export type { ReadingProgress, ValidateOptions } from './intake/validate.js';
export type { Issue, IssueCode, IssueParams, RepairName, Severity } from './issue.js';
export type { Problem } from './problem.js';
export type { IssuesCsvOptions } from './repair/issues-csv.js';
export type { RepairPreview, RowChange } from './repair/preview.js';
export type { FileChange, FileRecord, IssueCount, ReportSource, Sequence, ValidationReport } from './report.js';
export type { BatchStatus, Progress, TaskStatus } from './status.js';
export type { ViewParams } from './view-params.js';
export type { BatchSort, SortableColumn, TaskQuery, View } from './view.js';
