// react-spreadsheet-import: from the file chosen to its table of validated rows on screen. A person confirms the header
// row and the columns; here both are confirmed the moment their buttons are there, so that none of a person's time counts.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { ReactSpreadsheetImport } from 'react-spreadsheet-import';
import { choose, painted, until } from './watch.mjs';

const fields = [
  {
    label: 'order_id',
    key: 'order_id',
    fieldType: { type: 'input' },
    validations: [
      { rule: 'required', errorMessage: 'Order ID is empty' },
      { rule: 'unique', allowEmpty: true, errorMessage: 'Order ID is not unique' },
      { rule: 'regex', value: '^[A-Za-z0-9_-]*$', errorMessage: 'Order ID may contain letters, digits, - and _ only' },
    ],
  },
  { label: 'txn_id', key: 'txn_id', fieldType: { type: 'input' } },
  { label: 'unique_request_id', key: 'unique_request_id', fieldType: { type: 'input' } },
];

/** @type {{validData: unknown[], invalidData: unknown[]} | null} */
let submitted = null;
/** Milliseconds from the start to the end of each step. @type {Record<string, number>} */
let steps = {};

export async function mount(/** @type {HTMLElement} */ root) {
  const props = {
    isOpen: true,
    onClose: () => undefined,
    fields,
    onSubmit: (/** @type {any} */ data) => {
      submitted = data;
    },
  };
  createRoot(root).render(createElement(/** @type {any} */ (ReactSpreadsheetImport), props));
  await until(document.body, () => document.querySelector('input[type="file"]'));
}

const heading = () => document.querySelector('section h2')?.textContent ?? '';

function press(/** @type {string} */ label) {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  if (!button) throw new Error(`no button "${label}"`);
  button.click();
}

/** Once it has found each of our columns in the file, the name of each stands there twice. */
function isMatched() {
  const words = [...document.querySelectorAll('section *')].filter(({ childElementCount }) => childElementCount === 0);
  return fields.every(({ label }) => words.filter(({ textContent }) => textContent === label).length > 1);
}

export async function run(/** @type {File} */ file) {
  const start = performance.now();
  steps = {};
  const step = async (/** @type {string} */ name, /** @type {string} */ title) => {
    await until(document.body, () => heading() === title && document.querySelector('footer button'));
    steps[name] = performance.now() - start;
  };
  choose(/** @type {HTMLInputElement} */ (document.querySelector('input[type="file"]')), file);
  await step('read', 'Select header row');
  press('Next');
  await step('header confirmed', 'Match Columns');
  await until(document.body, isMatched);
  press('Next');
  await until(document.body, () => heading() === 'Validate data' && document.querySelector('.rdg-row'));
  await painted();
  steps['columns confirmed, rows on screen'] = performance.now() - start;
  return {};
}

/** What it would send: asked after the time was taken. */
export async function answerOf() {
  press('Confirm');
  await until(document.body, () => submitted ?? document.querySelector('[role="alertdialog"] button'));
  if (!submitted) press('Submit');
  await until(document.body, () => submitted);
  const { validData = [], invalidData = [] } = submitted ?? {};
  return { rows: validData.length + invalidData.length, marked: invalidData.length, steps };
}
