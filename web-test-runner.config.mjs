import { defaultReporter } from '@web/test-runner';
import { chromium, firefox, webkit } from './test/support/browser-launcher.mjs';
import { freePort } from './test/support/free-port.mjs';
import { pictureBook } from './test/support/pictures.mjs';
import { resultLine } from './test/support/result-line.mjs';
import { viteForRunner } from './test/support/runner-vite.mjs';
import { storyReport } from './test/support/story-report.mjs';

const watch = process.argv.includes('--watch');
const vite = await viteForRunner({ watch });
const stories = storyReport();
const pictures = process.env.PICTURES ? [pictureBook({ update: process.env.PICTURES === 'update' })] : [];

const engines = { chromium, firefox, webkit };
const { ENGINES = 'chromium', PARTLY } = process.env;
/**
 * Where an engine is asked for a part: what engines differ in most. The core's bytes, dates and words, each element, what
 * is asked in dialogs, a journey over a real connection, the strict policy, and colours that a person chose.
 */
const part = [
  'test/{core,words}/*.test.ts',
  'test/elements/{table,table-filters,upload,upload-review,detail,provider,journey,moved,forced-colours}.test.ts',
  'test/package/strict.test.ts',
];

export default {
  files: ['test/**/*.test.ts', '!test/{bench,hosts,visual}/**'],
  port: await freePort(),
  concurrency: 2,
  browsers: await Promise.all(ENGINES.split(',').map(engine => engines[engine]())),
  groups: PARTLY ? [{ name: 'part', files: part, browsers: [await engines[PARTLY]()] }] : [],
  // One after the other: two would take each other's time.
  concurrentBrowsers: 1,
  middleware: [vite.middleware],
  plugins: [vite.plugin, stories.plugin, ...pictures.map(({ plugin }) => plugin)],
  reporters: [
    defaultReporter(),
    stories.reporter,
    ...pictures.map(({ reporter }) => reporter),
    ...(watch ? [] : [resultLine(stories.unseen)]),
  ],
  // WebKitGTK draws without the help of a graphics card.
  testFramework: { config: { timeout: PARTLY === 'webkit' || ENGINES.includes('webkit') ? 60_000 : 10_000 } },
  // On a machine with other work to do a browser takes its time.
  browserStartTimeout: 120_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: process.env.SOAK_JOURNEYS || process.env.STORIES_EVERYWHERE ? 3_600_000 : 600_000,
  coverageConfig: { include: ['src/**/*.ts'] },
};
