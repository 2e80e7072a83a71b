import { html, nothing, type TemplateResult } from 'lit';
import type { FileFault } from '../core/file-fault.js';
import type { Findings } from '../core/findings.js';
import type { Issue } from '../core/issue.js';
import type { ValidationReport } from '../core/report.js';
import { issueGroups, type IssueGroup } from '../words/issue-groups.js';
import type { Words } from '../words/words.js';
import { issueAdvice, issueGroupFilter } from './issue-groups.js';
import { issueList } from './issue-list.js';
import { previewTable } from './preview-table.js';
import { faultNotice } from './upload-choose.js';
import { fileCard } from './upload-file.js';
import { gatewaySwitch, verdict, warningsBox } from './upload-verdict.js';

interface ReviewContent {
  readonly report: ValidationReport;
  /** Ours, or the server's. */
  readonly findings: Findings;
  readonly fault: FileFault | null;
  /** The sentence after the verdict. */
  readonly advice: string;
  readonly replace: () => void;
  /** The heading whose issues are listed; `null` for all. */
  readonly selected: string | null;
  readonly select: (heading: string | null) => void;
  readonly limit: number;
  readonly more: () => void;
  /** What is decided beside the file; `null` where there is nothing to decide. */
  readonly choices: Choices | null;
}

interface Choices {
  /** `null` where none is asked for. */
  readonly description: string | null;
  readonly editDescription: () => void;
  readonly warningsAccepted: boolean;
  readonly acceptWarnings: (accepted: boolean) => void;
  readonly syncWithGateway: boolean;
  readonly setSyncWithGateway: (on: boolean) => void;
}

/** The verdict on a file, everything that was found in it, and what is decided before it is sent. */
export function reviewBody(content: ReviewContent, words: Words): TemplateResult {
  const { report, findings, selected, fault, choices } = content;
  const groups = issueGroups(findings, report.definition, words);
  const group = groups.find(({ heading }) => heading === selected) ?? null;
  return html`${faultNotice(fault, words)} ${reviewedFile(report, content.replace, words)}
    ${verdict(report, findings, html` ${content.advice} ${issueAdvice(groups)} ${warningsOf(choices, findings, groups, words)}`, words)}
    <slot name="review"></slot>
    ${issueGroupFilter({ groups, selected: group?.heading ?? null, select: content.select }, words)}
    ${
      findings.issues.length > 0
        ? issueList(
            {
              ...content,
              issues: findings.issues,
              has: (issue: Issue) => group?.has(issue) ?? true,
              total: group?.count ?? findings.issues.length,
            },
            words,
          )
        : nothing
    }
    ${findings.errors === 0 && findings.warnings === 0 ? previewTable(report, words) : nothing}
    ${choices && report.rowCount > 0 ? choicesOf(choices, words) : nothing}`;
}

export function reviewedFile(report: ValidationReport, replace: (() => void) | null, words: Words): TemplateResult {
  const button = html`<button class="button" part="button" type="button" @click=${replace}>
    ${words.t('upload.replace')}
  </button>`;
  return fileCard(
    {
      name: report.fileName,
      size: report.source.size,
      rows: { count: report.rowCount, exact: report.rowCountExact },
      actions: replace ? button : nothing,
    },
    words,
  );
}

function warningsOf(
  choices: Choices | null,
  { errors, warnings }: Findings,
  groups: readonly IssueGroup[],
  words: Words,
): TemplateResult | typeof nothing {
  if (choices === null || errors > 0 || warnings === 0) return nothing;
  const { warningsAccepted: accepted, acceptWarnings: change } = choices;
  return warningsBox({ groups, accepted, change }, words);
}

function choicesOf(choices: Choices, words: Words): TemplateResult {
  const { description, syncWithGateway, setSyncWithGateway } = choices;
  return html`<div class="choices">
    ${
      description === null
        ? nothing
        : html`<div class="described">
            <div>
              <p class="small muted">${words.t('upload.description.label')}</p>
              <p class="described-text"><bdi>${description}</bdi></p>
            </div>
            <button class="button" part="button" type="button" @click=${choices.editDescription}>
              ${words.t('upload.description.edit')}
            </button>
          </div>`
    }
    ${gatewaySwitch({ on: syncWithGateway, disabled: false, change: setSyncWithGateway }, words)}
  </div>`;
}
