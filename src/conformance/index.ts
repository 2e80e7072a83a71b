export { checkAdapter } from './check-adapter.js';
export { checkBaseUrl } from './check-base-url.js';
export { checks } from './checks-info.js';
export type { AdapterCheckOptions, BaseUrlCheckOptions, ConformanceOptions } from './options.js';
export type { CheckGroup, CheckInfo, CheckResult, ConformanceReport, Finding, Need } from './report.js';
