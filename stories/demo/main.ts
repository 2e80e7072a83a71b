import type { BatchSyncDetail, BatchSyncProvider } from '../../src/index.js';
import type { DemoBackend } from './backend.js';
import { choosable, loadChoices, saveChoices } from './choices.js';
import type { Choices } from './choices.js';
import { addressOf, route } from './routes.js';

// The page of a made-up customer. What a host does is here and in routes.ts; the rest is the demo's panel.

// The built demo has a backend on its own origin, and so has `npm start -- --server`, where the panel moves it;
// everywhere else a service worker stands in for one.
const { MODE: mode } = import.meta.env;

const provider = document.querySelector<BatchSyncProvider>('batch-sync-provider')!;
const detail = document.querySelector<BatchSyncDetail>('batch-sync-detail')!;
const form = document.querySelector<HTMLFormElement>('#controls')!;
const reset = document.querySelector<HTMLButtonElement>('#reset')!;

let choices = loadChoices();
applyTheme();
const backend = await start();
await import('../../src/define/index.js');
// A token of a made-up session; the served backend asks for none.
provider.config = { linkTo: addressOf, getAccessToken: () => 'demo' };
if (!backend) provider.access = attributeOf(choices.access);
route(provider, id => (detail.batchId = id));
fillPanel();

async function start(): Promise<DemoBackend | null> {
  if (mode === 'demo') return null;
  if (mode === 'server') {
    const { startServerBackend } = await import('./server-backend.js');
    return startServerBackend(choices);
  }
  const { startBackend } = await import('./backend.js');
  return startBackend(choices);
}

function fillPanel(): void {
  const choose = (name: keyof typeof choosable) => {
    const select = form.elements.namedItem(name) as HTMLSelectElement;
    for (const [heading, words] of Object.entries(choosable[name])) {
      const options = Object.entries(words).map(([value, label]) => new Option(label, value));
      const place = heading === '' ? select : select.appendChild(document.createElement('optgroup'));
      if (place !== select) (place as HTMLOptGroupElement).label = heading;
      place.append(...options);
    }
    select.value = choices[name];
  };
  choose('access');
  choose('theme');
  choose('data');
  choose('scenario');
  choose('connection');
  makerChecker().checked = choices.makerChecker;
  for (const control of form.querySelectorAll<HTMLElement>('[data-mocked]')) control.hidden = backend === null;
  for (const control of form.querySelectorAll<HTMLElement>('[data-server]')) control.hidden = mode !== 'server';
  form.addEventListener('change', () => void readPanel());
  reset.addEventListener(
    'click',
    () => void backend?.reset().then(() => location.assign(addressOf({ kind: 'list', view: null }))),
  );
}

async function readPanel(): Promise<void> {
  const chosen = new FormData(form);
  choices = { ...(Object.fromEntries(chosen) as Omit<Choices, 'makerChecker'>), makerChecker: makerChecker().checked };
  saveChoices(choices);
  applyTheme();
  if (backend) await backend.apply(choices);
  else provider.access = attributeOf(choices.access);
  void provider.refresh();
}

function applyTheme(): void {
  document.documentElement.dataset['theme'] = choices.theme;
}

function makerChecker(): HTMLInputElement {
  return form.elements.namedItem('makerChecker') as HTMLInputElement;
}

function attributeOf(permission: Choices['access']): BatchSyncProvider['access'] {
  return permission === 'readWrite' ? 'read-write' : permission;
}
