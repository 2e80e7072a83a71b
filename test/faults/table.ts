import { connectionFaults } from '../../mocks/connections.js';
import { scenarioGroups } from '../../mocks/index.js';
import { codeFaults, faults } from './faults.js';

const injected: Readonly<Record<keyof typeof faults, Readonly<Record<string, { readonly label: string }>>>> = {
  ...scenarioGroups,
  connections: connectionFaults,
  code: codeFaults,
};

const headings: Readonly<Record<keyof typeof faults, string>> = {
  answers: 'Answers',
  uploads: 'Uploads and other writes',
  live: 'The live connection',
  data: 'Batches and clocks',
  connections: 'Connections, over a real server',
  code: 'Code that is fetched when it is wanted',
};

/** Every fault by name, and what a person sees of it, as the lines of the README's tables. */
export function faultTables(): string {
  return Object.entries(faults)
    .map(([group, seen]) => {
      const of = group as keyof typeof faults;
      const rows = Object.entries(seen).map(([name, what]) => `| ${injected[of][name]?.label} | ${what} |`);
      return [`### ${headings[of]}`, '', '| fault | what a person sees |', '| --- | --- |', ...rows].join('\n');
    })
    .join('\n\n');
}
