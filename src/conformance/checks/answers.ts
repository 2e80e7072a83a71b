import type { Check } from '../check.js';

/** What holds for every answer: watched in all of a run. */
export const answerChecks = {
  status: {
    name: 'success-status',
    group: 'answers',
    call: null,
    contract: 'A read succeeds with 200, a write with 202.',
    needs: ['http'],
  },
  json: {
    name: 'json',
    group: 'answers',
    call: null,
    contract: 'A success is `application/json` in UTF-8.',
    needs: ['http'],
  },
  readable: {
    name: 'readable',
    group: 'answers',
    call: null,
    contract:
      'Every member is there and of its type; unknown ones are ignored, a missing or mistyped one makes its item unreadable.',
  },
  times: {
    name: 'utc-times',
    group: 'answers',
    call: null,
    contract: 'Times are ISO 8601 in UTC.',
    needs: ['http'],
  },
  problems: {
    name: 'problems',
    group: 'answers',
    call: null,
    contract:
      'An error is `application/problem+json` with `title`, the `status` of the answer, `code`, `request_id` and, for a file, `errors[]` in the shape of an issue.',
    needs: ['http'],
  },
  rejections: {
    name: 'rejections',
    group: 'answers',
    call: null,
    contract: 'Every method rejects with a `Problem` or with the reason of its signal.',
    needs: ['adapter'],
  },
  statuses: {
    name: 'known-statuses',
    group: 'answers',
    call: null,
    contract: 'The status of a batch and of a task is one of the contract’s; the elements show another as grey text.',
  },
  figures: {
    name: 'batch-figures',
    group: 'answers',
    call: null,
    contract:
      'Counts of a batch are whole numbers from 0, and `tasks.accepted` + `tasks.failed` + `tasks.queued` is not above `total_tasks`.',
  },
  versions: {
    name: 'versions',
    group: 'answers',
    call: null,
    contract:
      'The `version` of a batch rises with every change of it, and a batch that has ended stays as it ended: the same version never means two things.',
  },
} as const satisfies Readonly<Record<string, Check>>;
