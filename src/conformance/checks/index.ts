import type { Check } from '../check.js';
import { actChecks } from './acts.js';
import { answerChecks } from './answers.js';
import { approvalChecks } from './approval.js';
import { batchChecks } from './batch.js';
import { breakdownChecks } from './breakdown.js';
import { capabilityChecks } from './capabilities.js';
import { createRefusalChecks } from './create-refusals.js';
import { createChecks } from './create.js';
import { eventChecks } from './events.js';
import { findTaskChecks } from './find-tasks.js';
import { filterChecks } from './list-filters.js';
import { sortChecks } from './list-sorts.js';
import { listChecks } from './list.js';
import { lookupChecks } from './lookups.js';
import { permissionChecks } from './permissions.js';
import { taskChecks } from './tasks.js';

/** In the order in which they run. What watches every answer knows its verdict when all the others have run. */
export const allChecks: readonly Check[] = [
  ...capabilityChecks,
  ...listChecks,
  ...filterChecks,
  ...sortChecks,
  ...lookupChecks,
  ...batchChecks,
  ...taskChecks,
  ...breakdownChecks,
  ...findTaskChecks,
  ...createChecks,
  ...createRefusalChecks,
  ...actChecks,
  ...approvalChecks,
  ...permissionChecks,
  ...eventChecks,
  ...Object.values(answerChecks),
];
