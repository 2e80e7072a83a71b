// `npm run build`: the package in dist/, one ES module per entry, its declarations in dist/types/.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './mock-shell.mjs';

const steps = [
  ['node_modules/vite/bin/vite.js', 'build', '--mode', 'lib', '--logLevel', 'warn'],
  [
    'node_modules/typescript/bin/tsc',
    ...[
      '-p',
      'src/tsconfig.json',
      '--noEmit',
      'false',
      '--declaration',
      '--emitDeclarationOnly',
      '--outDir',
      'dist/types',
    ],
  ],
];
for (const [file, ...args] of steps) {
  const { status } = spawnSync(process.execPath, [join(root, file), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
