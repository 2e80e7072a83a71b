// `<batch-sync-upload>`, open: from the file chosen to the verdict and its list of issues on screen.
import '../../../../../src/define/upload.ts';
import { createEngine, createMemoryAdapter } from '../../../../../mocks/index.ts';
import { choose, painted, until } from './watch.mjs';

/** @type {any} */
let upload;

export async function mount(/** @type {HTMLElement} */ root) {
  upload = document.createElement('batch-sync-upload');
  upload.config = { adapter: createMemoryAdapter({ engine: createEngine({ batches: 0 }) }) };
  upload.open = true;
  root.append(upload);
  await upload.updateComplete;
  await until(upload.shadowRoot, () => upload.shadowRoot.querySelector('input[type="file"]'));
}

export async function run(/** @type {File} */ file) {
  choose(upload.shadowRoot.querySelector('input[type="file"]'), file);
  await until(upload.shadowRoot, () => upload.shadowRoot.querySelector('[part~="issue-list"] tbody tr'));
  await painted();
  return {};
}

export function answerOf() {
  const { report } = upload;
  return { rows: report.rowCount, bad: new Set(report.issues.filter(isError).map(({ row }) => row)).size };
}

/** @param {{severity: string}} issue */
function isError({ severity }) {
  return severity === 'error';
}
