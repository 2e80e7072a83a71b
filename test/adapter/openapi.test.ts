import { expect } from '@open-wc/testing';
import { createBackend, createManualClock } from '../../mocks/index.js';
import { lookupToParams, taskQueryToParams, viewToParams } from '../../src/adapter/wire.js';
import published from '../../src/adapter/openapi.yaml?raw';
import { calls } from '../../src/conformance/calls.js';
import { checks } from '../../src/conformance/index.js';
import { defaultView } from '../../src/core/view.js';
import { openapiDocument } from '../support/openapi/document.js';
import { toYaml } from '../support/openapi/yaml.mjs';

interface Document {
  readonly info: { readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly description: string;
  readonly parameters?: readonly { readonly name: string }[];
}

const { paths, info } = openapiDocument() as unknown as Document;
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ call: `${method.toUpperCase()} ${path}`, operation })),
);
const named = (call: string) => operations.find(each => each.call === call)!.operation;

describe('The contract as OpenAPI', () => {
  it('has every call, and no other', () => {
    expect(operations.map(({ call }) => call)).to.have.members([...new Set(Object.values(calls))]);
  });

  it('has every query parameter that the adapter sends', () => {
    const everything = { status: 'x', errorCode: 'x', gateway: 'x', q: 'x', sort: 'x', cursor: 'x', limit: 1 };
    const sent: [string, URLSearchParams][] = [
      [
        'GET /batches',
        viewToParams({ ...defaultView, search: 'x', statuses: ['x'], createdFrom: 'x', createdTo: 'x', cursor: 'x' }),
      ],
      ['GET /batches', lookupToParams({ idempotencyKey: 'x' })],
      ['GET /batches', lookupToParams({ rowsSha256: 'x' })],
      ['GET /batches/{id}/tasks', taskQueryToParams(everything)],
      ['GET /tasks', taskQueryToParams({ q: 'x', cursor: 'x', limit: 1 })],
    ];
    for (const [call, params] of sent) {
      expect(named(call).parameters?.map(({ name }) => name)).to.include.members([...params.keys()]);
    }
  });

  it('has nothing that the mock backend does not serve', async () => {
    const { handle, basePath } = createBackend({ clock: createManualClock(), batches: 3 });
    for (const { call } of operations) {
      const [method, path] = call.split(' ');
      const leave = new AbortController();
      const address = `${location.origin}${basePath}${path.replace('{id}', 'none')}`;
      const response = await handle(new Request(address, { method, signal: leave.signal }));
      leave.abort();
      const title = response.status < 400 ? '' : ((await response.json()) as { title: string }).title;
      expect(title, call).to.not.be.oneOf(['There is nothing here', 'This is not done here']);
    }
  });

  it('has every line that the conformance kit checks over HTTP', () => {
    for (const { check, call, needs } of checks) {
      if (needs.includes('adapter')) continue;
      const { description } = call === 'every call' ? info : named(call);
      expect(description).to.include(`- **${check}**: `);
      expect(published).to.include(`- **${check}**: `);
    }
  });
});

describe('YAML', () => {
  const values: [name: string, value: unknown, yaml: string][] = [
    ['plain text', { a: 'some text' }, '\na: some text\n'],
    [
      'text that reads as something else',
      ['true', 'null', '12', '', 'no'],
      '\n- "true"\n- "null"\n- "12"\n- ""\n- "no"\n',
    ],
    ['text with signs', ['a: b', '#c', '- d', "e'f", 'g, h'], '\n- "a: b"\n- "#c"\n- "- d"\n- "e\'f"\n- "g, h"\n'],
    ['lines', { a: 'b\n\n  c: d' }, '\na: |-\n  b\n\n    c: d\n'],
    ['lines with an end', { a: 'b\nc\n' }, '\na: |\n  b\n  c\n'],
    ['lines with an empty one at the end', { a: 'b\n\n' }, '\na: |+\n  b\n\n'],
    ['line ends of Windows', { a: 'b\r\n' }, '\na: "b\\r\\n"\n'],
    ['numbers and such', [1, -2.5, true, null], '\n- 1\n- -2.5\n- true\n- null\n'],
    ['nothing', { a: [], b: {}, c: undefined }, '\na: []\nb: {}\n'],
    ['members in items', [{ a: 1, b: [{ c: 2 }] }], '\n- a: 1\n  b:\n    - c: 2\n'],
    ['names that are numbers', { 200: 'x' }, '\n"200": x\n'],
  ];
  for (const [name, value, yaml] of values) {
    it(`writes ${name}`, () => {
      expect(toYaml(value)).to.equal(yaml);
    });
  }
});
