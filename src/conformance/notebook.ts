import { withoutSecrets } from '../adapter/secrets.js';
import { callText } from './calls.js';
import type { CallName, Face } from './calls.js';
import type { Check } from './check.js';
import { short } from './text.js';
import type { Finding } from './report.js';

/** How many findings of one check are kept. */
const kept = 10;
/** Characters of what was found. */
const longest = 400;

export interface Observation {
  readonly call: CallName | null;
  readonly expected: string;
  readonly found: string;
  readonly requestId?: string | null | undefined;
}

/** The findings of a run, by check. */
export interface Notebook {
  /** Text from a server without the secrets of the run. */
  clean(text: string): string;
  note(check: Check, observation: Observation): void;
  findingsOf(check: Check): { readonly findings: readonly Finding[]; readonly more: number };
}

/** `secrets` never stand in a finding, though a server may repeat what it was sent. */
export function createNotebook(face: Face, secrets: readonly string[]): Notebook {
  const pages = new Map<Check, { findings: Finding[]; seen: Set<string> }>();

  const clean = (text: string) => short(withoutSecrets(text, secrets), longest);

  return {
    clean,
    note(check, { call, expected, found, requestId }) {
      const page = pages.get(check) ?? { findings: [], seen: new Set() };
      pages.set(check, page);
      const finding: Finding = {
        check: check.name,
        call: callText(call, face),
        contract: check.contract,
        expected: clean(expected),
        found: clean(found),
        requestId: requestId == null ? null : clean(requestId),
      };
      const key = JSON.stringify([finding.call, finding.expected, finding.found]);
      if (page.seen.has(key)) return;
      page.seen.add(key);
      if (page.findings.length < kept) page.findings.push(finding);
    },
    findingsOf(check) {
      const page = pages.get(check);
      if (!page) return { findings: [], more: 0 };
      return { findings: page.findings, more: page.seen.size - page.findings.length };
    },
  };
}
