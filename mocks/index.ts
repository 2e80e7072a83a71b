export { createManualClock, systemClock } from './clock.js';
export type { Clock, ManualClock } from './clock.js';
export { createMemoryAdapter } from './direct.js';
export type { MemoryAdapterOptions } from './direct.js';
export { createEngine } from './engine.js';
export type { Engine, EngineOptions, EngineSnapshot } from './engine.js';
export { people } from './people.js';
export { defaultSession } from './session.js';
export type { Session } from './session.js';
