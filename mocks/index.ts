// Everything but the shells, which each need a package or a platform: `msw.ts` and `node.ts`.
export { createBackend } from './backend.js';
export type { Backend, BackendOptions } from './backend.js';
export { createManualClock, systemClock } from './clock.js';
export type { Clock, ManualClock } from './clock.js';
export { createMemoryAdapter } from './direct.js';
export type { MemoryAdapterOptions } from './direct.js';
export { createEngine } from './engine.js';
export type { Engine, EngineOptions, EngineSnapshot } from './engine.js';
export { createFetch } from './fetch.js';
export {
  csvFiles,
  duplicatesFile,
  mixedErrorsFile,
  semicolonFile,
  stuckFile,
  tooManyRowsFile,
  validFile,
  windows1252File,
} from './files.js';
export { createHandle, defaultBasePath } from './http.js';
export type { Handle, HandleOptions, SessionSource } from './http.js';
export { people } from './people.js';
export { isScenarioName, scenarioGroups, scenarioNames, scenarios } from './scenarios/index.js';
export type { ScenarioName } from './scenarios/index.js';
export type { Scenario } from './scenarios/scenario.js';
export { defaultSession } from './session.js';
export type { Session } from './session.js';
export { createStorage } from './storage.js';
export type { EngineStorage } from './storage.js';
