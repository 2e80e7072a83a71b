import { executeServerCommand } from '@web/test-runner-commands';

/** What a page holds: nodes and listeners, those outside of the document too, and bytes of the script's heap. */
export interface PageMemory {
  readonly nodes: number;
  readonly listeners: number;
  readonly heap: number;
}

/** What the test's page holds after everything that nobody can reach was collected. */
export function collectedPage(): Promise<PageMemory> {
  return executeServerCommand('collect-page');
}
