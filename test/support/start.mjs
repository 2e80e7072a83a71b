// `npm start`: the demo on Vite's server, with a service worker for a backend. `npm start -- --server`: with the Node
// shell of the mock backend in its place, so that connections may fail, too. Every other argument is Vite's.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './mock-shell.mjs';

const given = process.argv.slice(2);
const others = given.filter(argument => argument !== '--server');
process.argv.splice(2, Infinity, ...others, ...(others.length < given.length ? ['--mode', 'server'] : []));
await import(pathToFileURL(join(root, 'node_modules/vite/bin/vite.js')).href);
