import { expect } from '@open-wc/testing';
import { checks } from '../../src/conformance/index.js';
import type { ConformanceReport } from '../../src/conformance/index.js';
import { version } from '../../package.json';
import readme from '../../README.md?raw';
import { runInNode, type NodeResult, type NodeRun } from '../support/commands.js';
import { createMockBackend, HeldBackend, type MockBackendOptions } from '../support/mock-backend.js';

const nowhere = 'http://127.0.0.1:9/v1/batch-sync';

function check(args: readonly string[], run: Omit<NodeRun, 'args'> = {}): Promise<NodeResult> {
  return runInNode({ ...run, command: 'batch-sync-conformance', args });
}

/** A mock backend on Node's http, as a process beside the browser reaches it. */
async function backend(options: MockBackendOptions = {}): Promise<string> {
  return location.origin + (await createMockBackend(options));
}

describe('batch-sync-conformance', function () {
  // Each test starts a process, and some wait for batches to be processed.
  this.timeout(90_000);

  const situations: [name: string, args: readonly string[], says: string][] = [
    ['no base URL', [], '--base-url is missing'],
    ['a base URL that is none', ['--base-url', '/v1'], '--base-url needs an http or https address'],
    ['another protocol', ['--base-url', 'ftp://localhost/v1'], '--base-url needs an http or https address'],
    ['a password in the base URL', ['--base-url', 'http://a:secret@localhost/v1'], '--base-url takes no password'],
    ['a header without a colon', ['--base-url', nowhere, '--header', 'secret'], '--header needs "NAME: VALUE"'],
    ['a header of two lines', ['--base-url', nowhere, '--header', 'X-A: secret\nb'], '--header'],
    ['a header without quotes', ['--base-url', nowhere, '--header', 'X-A:', 'secret'], 'quote a value that has blanks'],
    ['an option that does not exist', ['--base-url', nowhere, '--fix'], "Unknown option '--fix'"],
    [
      'a check that does not exist',
      ['--base-url', nowhere, '--only', 'reads,spelling'],
      'there is no check "spelling"',
    ],
    ['writes without leave', ['--base-url', nowhere, '--only', 'writes'], 'allow it with --allow-writes'],
    ['a write without leave', ['--base-url', nowhere, '--only', 'create-same-key'], 'allow it with --allow-writes'],
    ['a time that is none', ['--base-url', nowhere, '--timeout', 'soon'], '--timeout needs a number of seconds'],
    ['no time at all', ['--base-url', nowhere, '--silence', '0'], '--silence needs a number of seconds'],
  ];
  for (const [name, args, says] of situations) {
    it(`says how it is used: ${name}`, async () => {
      const { code, stdout, stderr } = await check(args);
      expect(stderr).to.include(says).and.include('See batch-sync-conformance --help');
      expect(stderr).to.not.include('secret');
      expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
    });
  }

  it('tells its version, its options and its checks', async () => {
    expect((await check(['--version'])).stdout).to.equal(`${version}\n`);
    expect((await check(['--help'])).stdout).to.include('--allow-writes');
    const { code, stdout } = await check(['--list']);
    expect(code).to.equal(0);
    expect(readme).to.include(`of ${checks.length} lines.`);
    for (const { check: name, contract } of checks) expect(stdout).to.include(name).and.include(contract);
  });

  it('passes at the mock backend, and never prints a token', async () => {
    const held = await HeldBackend.create({ failureRate: 0.3 });
    const only = ['list', 'create', 'create-same-key', 'create-in-progress', 'retry', 'events'].join();
    const run = check(
      [
        ...['--base-url', `${location.origin}${held.baseUrl}/`, '--header', 'X-Tenant: secret-tenant'],
        ...['--allow-writes', '--only', only],
      ],
      { env: { BATCH_SYNC_TOKEN: 'secret-token' } },
    );
    // The batches of the run are processed as fast as they can be.
    let over = false;
    void run.finally(() => (over = true));
    while (!over) await held.advance(500);
    const { code, stdout, stderr } = await run;
    expect({ code, stderr }, stdout).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout).to.include('kept     create-same-key            POST /batches\n');
    expect(stdout).to.match(/: 0 broken, \d+ kept, \d+ skipped of \d+ lines\.\n\d+ batches were made/);
    expect(stdout).to.not.include('secret');
  });

  it('names each line that is broken, and what skipped lines need', async () => {
    const baseUrl = await backend({ scenario: 'error' });
    const { code, stdout } = await check(['--base-url', baseUrl]);
    expect(code).to.equal(1);
    const lines = stdout.split('\n');
    const at = lines.indexOf('broken   list-cursor-expired        GET /batches');
    expect(lines.slice(at + 1, at + 3)).to.deep.equal([
      '         Contract: An unusable cursor: 410 `cursor_expired`.',
      '         Expected: 410 cursor_expired',
    ]);
    expect(lines[at + 3]).to.match(/^ {9}Found: {4}500 \w+ \(.+\) \(request req_\w+\)$/);
    expect(stdout).to.match(/\d+ lines need batches of their own: --allow-writes makes them/);
  });

  it('says all of it as JSON', async () => {
    const baseUrl = await backend({ scenario: 'error' });
    const { code, stdout } = await check(['--base-url', baseUrl, '--json', '--only', 'list-cursor-expired']);
    expect(code).to.equal(1);
    const report = JSON.parse(stdout) as ConformanceReport & { baseUrl: string; version: string };
    expect(report).to.include({ baseUrl, version, ok: false, fault: null });
    const [finding] = report.findings;
    expect(finding).to.include({
      check: 'list-cursor-expired',
      call: 'GET /batches',
      contract: 'An unusable cursor: 410 `cursor_expired`.',
      expected: '410 cursor_expired',
    });
    expect(finding.found).to.match(/^500 /);
    expect(finding.requestId).to.match(/^req_/);
  });

  it('says that nobody is there, in words and as JSON', async () => {
    const words = await check(['--base-url', nowhere]);
    expect(words).to.include({ code: 2, stdout: '' });
    expect(words.stderr).to.equal(`batch-sync-conformance: ${nowhere}: The server cannot be reached\n`);
    const document = await check(['--base-url', nowhere, '--json']);
    expect(document.code).to.equal(2);
    expect(JSON.parse(document.stdout)).to.nested.include({ ok: false, 'fault.code': 'network' });
  });

  it('says that there is another API', async () => {
    const { code, stderr } = await check(['--base-url', `${await backend()}/elsewhere`]);
    expect(code).to.equal(2);
    expect(stderr).to.include('there is no GET /batches here (404)');
  });

  it('is a module too, for a test runner of one’s own', async () => {
    const script = `
      import { checkAdapter, checks } from 'batch-sync-elements/conformance';
      const { ok, findings } = await checkAdapter({ listBatches: async () => null });
      console.log(JSON.stringify({ ok, some: findings.length > 0, checks: checks.length }));
    `;
    const { stdout, stderr } = await runInNode({ args: ['run.mjs'], files: { 'run.mjs': script } });
    expect(stderr).to.equal('');
    expect(JSON.parse(stdout)).to.deep.equal({ ok: false, some: true, checks: checks.length });
  });
});
