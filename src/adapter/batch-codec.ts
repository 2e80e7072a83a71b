// Only what pages tell each other of batches: fetched by itself, so that nothing else of the wire has to come with it.
export { batchFromWire } from './wire-decode.js';
export { batchToWire } from './wire-encode.js';
