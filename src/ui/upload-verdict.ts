import { html, type TemplateResult, type nothing } from 'lit';
import type { Findings } from '../core/findings.js';
import type { ValidationReport } from '../core/report.js';
import type { IssueGroup } from '../words/issue-groups.js';
import { verdictText } from '../words/verdict.js';
import type { Words } from '../words/words.js';
import { notice } from './notice.js';

/** The verdict takes the focus: it is what everybody waits for. */
export function verdict(
  report: ValidationReport,
  findings: Findings,
  body: TemplateResult | typeof nothing,
  words: Words,
): TemplateResult {
  const tone = findings.errors > 0 ? 'failed' : findings.warnings > 0 ? 'partial' : 'accepted';
  const heading = verdictText(report, findings, words);
  return html`<div class="verdict" part="summary" role="group" aria-label=${heading} tabindex="-1" data-focus>
    ${notice({ tone, heading, body })}
  </div>`;
}

/** Why a file cannot be sent yet. */
export function toFixText({ errors, errorRows }: Findings, words: Words): string {
  if (errors === 0) return words.t('upload.toFix.warnings');
  return errorRows === 0 ? words.t('upload.toFix.file') : words.t('upload.toFix.rows', { count: errorRows });
}

/** One box for all warnings, each named. */
export function warningsBox(
  { groups, accepted, change }: { groups: readonly IssueGroup[]; accepted: boolean; change: (on: boolean) => void },
  words: Words,
): TemplateResult {
  const warnings = groups.filter(({ severity }) => severity === 'warning');
  const count = warnings.reduce((sum, group) => sum + group.count, 0);
  const names = warnings.map(group => `${group.heading} (${words.number(group.count)})`).join(', ');
  return html`<label class="check">
    <input
      class="check-box"
      type="checkbox"
      .checked=${accepted}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />
    <span>${words.t('upload.warnings.accept', { count, names })}</span>
  </label>`;
}

/** SPEC's toggle: blue and on, grey and off. */
export function gatewaySwitch(
  { on, disabled, change }: { on: boolean; disabled: boolean; change: (on: boolean) => void },
  words: Words,
): TemplateResult {
  return html`<label class="switch" part="switch">
    <input
      class="switch-input"
      type="checkbox"
      role="switch"
      aria-describedby="gateway-hint"
      .checked=${on}
      ?disabled=${disabled}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />
    <span>
      <span class="switch-text">${words.t('upload.gateway')}</span>
      <span class="small muted switch-hint" id="gateway-hint">${words.t('upload.gateway.hint')}</span>
    </span>
  </label>`;
}
