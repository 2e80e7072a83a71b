import type { BatchSyncAdapter } from '../adapter/adapter.js';
import { createBackend } from './backend.js';
import type { Backend } from './backend.js';
import { heardFrom, observed } from './listen.js';
import { createNotebook } from './notebook.js';
import { createObserver } from './observer.js';
import type { AdapterCheckOptions } from './options.js';
import type { ConformanceReport } from './report.js';
import { runChecks } from './run.js';
import { settingOf } from './setting.js';

/**
 * Checks an adapter against the contract, as far as it is not about HTTP. Never rejects: what an adapter throws is
 * a finding.
 */
export async function checkAdapter(
  adapter: BatchSyncAdapter,
  options: AdapterCheckOptions = {},
): Promise<ConformanceReport> {
  const ending = new AbortController();
  const notebook = createNotebook('adapter', []);
  const observer = createObserver('adapter', notebook);
  const setting = settingOf(options, ending.signal);
  const { timeout, signal } = setting;
  const backendOf = (each: BatchSyncAdapter): Backend => createBackend({ adapter: each, observer, timeout, signal });
  try {
    return await runChecks(
      {
        ...setting,
        face: 'adapter',
        me: backendOf(adapter),
        checker: options.checker ? backendOf(options.checker) : null,
        reader: options.reader ? backendOf(options.reader) : null,
        http: null,
        tune: adapter.subscribe
          ? observed(
              (listening, lastEventId) =>
                heardFrom(adapter.subscribe!({ signal: listening, lastEventId }), batch =>
                  observer.fault('subscribe', batch),
                ),
              batch => observer.batch('subscribe', batch, null),
            )
          : null,
      },
      notebook,
      options,
    );
  } finally {
    ending.abort();
  }
}
