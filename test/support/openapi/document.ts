import { calls, successOf } from '../../../src/conformance/calls.js';
import type { CallName } from '../../../src/conformance/calls.js';
import { checks } from '../../../src/conformance/index.js';
import { examples } from './examples.js';
import { operations } from './operations.js';
import type { Operation } from './operations.js';
import { reference, wireSchemas } from './schemas.js';
import type { Json, Schema } from './schemas.js';

/** Of the contract, not of the package: rises when a line of it changes. */
const contractVersion = '1.0.0';

/** The contract as OpenAPI 3.1: the schemas are the adapter's own, the lines those of the conformance kit. */
export function openapiDocument(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, operation] of Object.entries(operations) as [CallName, Operation][]) {
    const [method, path] = calls[name].split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(name, operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Batch Sync',
      version: contractVersion,
      license: { name: 'MIT', identifier: 'MIT' },
      description: [
        wrapped(
          'What a backend speaks with the elements of batch-sync-elements. JSON is snake_case, times are ISO 8601 in UTC, errors are `application/problem+json`.',
        ),
        linesText('every call'),
        wrapped(
          'Each line has the name of the check that `npx batch-sync-conformance --base-url …` makes of it, against any backend.',
        ),
      ].join('\n\n'),
    },
    servers: [{ url: '/v1/batch-sync', description: 'Any address; the elements are told it as `base-url`.' }],
    security: [{ token: [] }, {}],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'What the host page answers when it is asked for a token.',
        },
      },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: 'One intention, one key: whatever is repeated with it happens once. It lives at least 24 hours.',
          schema: { type: 'string', minLength: 1 },
        },
      },
      headers: {
        RetryAfter: {
          description: 'Seconds, or an HTTP date, before a repeat.',
          schema: { type: 'string' },
        },
      },
      responses: {
        Problem: {
          description: 'Whatever went wrong.',
          headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
          content: problemContent,
        },
      },
      examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
      schemas: { ...wireSchemas(), BatchPage: pageOf('Batch', true), TaskPage: pageOf('Task', false) },
    },
  };
}

const problemType = 'application/problem+json';
const problemContent = { [problemType]: { schema: reference('Problem') } };
/** Where the file is what is wrong, the problem says where. */
const fileProblemContent = { [problemType]: { schema: reference('Problem'), examples: one('problem') } };

function one(example: keyof typeof examples): Json {
  return { one: { $ref: `#/components/examples/${example}` } };
}

function operationOf(
  name: CallName,
  { summary, description, parameters, requestBody, answer, refusals }: Operation,
): Json {
  const type = name === 'subscribe' ? 'text/event-stream' : 'application/json';
  const responses: Record<string, Json> = {
    [successOf(name)]: {
      description: answer.description,
      content: { [type]: { schema: answer.schema, examples: one(answer.example) } },
    },
  };
  for (const [status, text] of Object.entries(refusals)) {
    responses[status] = {
      description: text,
      ...(text.includes('Retry-After') && { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } }),
      content: text.includes('csv_validation') ? fileProblemContent : problemContent,
    };
  }
  return {
    operationId: name,
    summary,
    description: [description && wrapped(description), linesText(calls[name])].filter(Boolean).join('\n\n'),
    ...(parameters && { parameters }),
    ...(requestBody && { requestBody }),
    responses: { ...responses, default: { $ref: '#/components/responses/Problem' } },
  };
}

function pageOf(item: string, counted: boolean): Schema {
  return {
    type: 'object',
    required: ['data', 'page'],
    properties: {
      data: { type: 'array', items: reference(item), description: 'One that cannot be read is left out, and counted.' },
      page: reference('Page'),
      ...(counted && {
        counts: {
          type: 'object',
          additionalProperties: { type: 'integer', minimum: 0 },
          description: 'By status, over all pages; the `status` filter does not change them.',
        },
      }),
    },
  };
}

/** The lines of the contract about a call, each with the check that looks whether it is kept. */
function linesText(call: string): string {
  // What is about adapters is no line of HTTP.
  const lines = checks.filter(each => each.call === call && !each.needs.includes('adapter'));
  return lines.map(({ check, contract }) => wrapped(`- **${check}**: ${contract}`, '  ')).join('\n');
}

/** Text in lines of a hundred characters. */
function wrapped(text: string, indent = ''): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < 100) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(line === undefined ? word : indent + word);
  }
  return lines.join('\n');
}
