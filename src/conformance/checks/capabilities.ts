import type { Check } from '../check.js';
import { skip } from '../trial.js';

const call = 'capabilities';

export const capabilityChecks: readonly Check[] = [
  {
    name: 'capabilities',
    group: 'reads',
    call,
    contract:
      'Says what the account may do: `permissions`, `maker_checker`, `limits`, `features`, `user`, `server_time`; 404 or 501 where the backend does not say.',
    withoutRights: true,
    async run({ me }, trial) {
      if (!me.has(call)) skip('the adapter does not say');
      const outcome = await me.capabilities();
      if (!outcome.ok && [404, 501].includes(outcome.problem.status)) skip('the backend does not say');
      trial.value(outcome);
    },
  },
  {
    name: 'capabilities-limits',
    group: 'reads',
    call,
    contract: '`limits.max_rows` and `limits.max_bytes` are whole numbers from 1, or null for none.',
    withoutRights: true,
    async run({ capabilities }, trial) {
      const limits = capabilities?.limits ?? skip('the backend does not say what the account may do');
      for (const [name, limit] of Object.entries(limits)) {
        if (limit !== null && (!Number.isSafeInteger(limit) || limit < 1)) {
          trial.breach('a whole number from 1, or null', `${name} is ${limit}`);
        }
      }
    },
  },
];
