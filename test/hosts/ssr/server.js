import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { render } from './dist/server/server.js';

const types = { '.js': 'text/javascript', '.css': 'text/css' };
const page = await readFile('dist/index.html', 'utf8');

createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const type = types[extname(pathname)];
  response.writeHead(200, { 'content-type': type ?? 'text/html; charset=utf-8' });
  response.end(type ? await readFile(`dist${pathname}`) : page.replace('<!--app-->', render()));
}).listen(process.env.PORT, '127.0.0.1');
