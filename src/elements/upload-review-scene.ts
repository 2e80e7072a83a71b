import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Findings } from '../core/findings.js';
import { recordOf } from '../core/record-of.js';
import { fixesOf } from '../state/fixes.js';
import { lacksHeader } from '../state/header-line.js';
import { isAccepted } from '../state/upload-offer.js';
import type { Offer } from '../state/upload-offer.js';
import type { Failed, Review } from '../state/upload-flow.js';
import { changeText } from '../ui/change-text.js';
import { earlierNotice, sentBefore } from '../ui/earlier-notice.js';
import { fixBar, fixLabel } from '../ui/fix-bar.js';
import { fixPreview } from '../ui/fix-preview.js';
import { headerlessNotice } from '../ui/headerless-notice.js';
import { issueSummary, rowFilter } from '../ui/issue-groups.js';
import type { ReviewTable } from '../ui/review-table.js';
import { partsList } from '../ui/upload-parts.js';
import { reviewBody } from '../ui/upload-review.js';
import { sheetButton } from '../ui/upload-sheet.js';
import type { Scene } from '../ui/upload-sheet.js';
import { toFixText, warningsBox } from '../ui/upload-verdict.js';
import { issueGroups } from '../words/issue-groups.js';
import type { IssueGroup } from '../words/issue-groups.js';
import type { Words } from '../words/index.js';
import { batchLink, blockedBy } from './upload-scene-parts.js';
import type { UploadActs, UploadView } from './upload-desk-scenes.js';
import { cancel } from './upload-scenes.js';

/** The file under review, or one in which the server found more. */
export function reviewScene(flow: Review | Failed, view: UploadView, acts: UploadActs, words: Words): Scene {
  const review = flow.phase === 'review' ? flow : flow.review;
  const { findings } = flow;
  const isOurs = flow.phase === 'review';
  const { report } = review;
  const groups = issueGroups(findings, report.definition, words);
  const offer = isOurs ? view.offer : null;
  const blocked = blockedBy(view, words) ?? unsendable(review, findings, offer, view, words);
  const leftOut = offer && offer.leftOut > 0 ? words.t('upload.leftOut', { count: offer.leftOut }) : nothing;
  const canEdit = blockedBy(view, words) === null;
  return {
    body: reviewBody(
      {
        report,
        findings,
        fault: view.fault,
        replace: acts.choose,
        advice: advice(review, findings, groups, view, acts, words),
        notices: isOurs ? notices(review, view, acts, words) : nothing,
        filter: rowFilter(
          {
            groups,
            selected: selectedOf(groups, acts)?.heading ?? null,
            select: heading => acts.review.rows.filter(heading),
            onlyIssues: acts.review.rows.onlyIssues,
            showAll: report.records.length > 0 ? all => acts.review.rows.showAll(all) : null,
          },
          words,
        ),
        table: tableOf(review, findings, groups, canEdit, acts),
        showAll: () => acts.review.rows.showAll(true),
        choices: isOurs
          ? {
              description: view.describes ? view.description : null,
              editDescription: acts.describe,
              syncWithGateway: view.syncWithGateway,
              setSyncWithGateway: acts.setSyncWithGateway,
            }
          : null,
      },
      words,
    ),
    status: blocked ?? leftOut,
    actions: html`${cancel(view, acts, words)}${sheetButton({
      label: sendLabel(report.rowCount, offer, words),
      press: acts.send,
      primary: true,
      blocked: blocked !== null,
    })}`,
  };
}

/** Why it cannot be sent yet, `null` where it can. */
function unsendable(
  review: Review,
  findings: Findings,
  offer: Offer | null,
  { earlier }: UploadView,
  words: Words,
): string | null {
  if (offer === null) return toFixText(findings, words);
  if (!isAccepted(review, offer)) return words.t('upload.toFix.warnings');
  if (earlier.isAwaited) return words.t('upload.earlier.awaited');
  return earlier.batch !== null && !earlier.accepted ? words.t('upload.toFix.earlier') : null;
}

function sendLabel(count: number, offer: Offer | null, words: Words): string {
  if (offer && offer.leftOut > 0) return words.t('upload.send.part', { count: offer.rows, total: count });
  const parts = offer?.parts.length ?? 1;
  if (parts > 1) return words.t('upload.send.parts', { count, parts });
  return count > 0 ? words.t('upload.send', { count }) : words.t('upload.send.empty');
}

function advice(
  review: Review,
  findings: Findings,
  groups: readonly IssueGroup[],
  view: UploadView,
  acts: UploadActs,
  words: Words,
): TemplateResult {
  const { report, history } = review;
  const hasCells = report.columnIndexes.some(index => index >= 0);
  const hasRow = (row: number) => recordOf(report, row) !== undefined;
  const isEditable = hasCells && findings.rows.withErrors.some(hasRow);
  const isServers = view.flow.phase === 'failed';
  const fixes = isServers ? [] : fixesOf(review);
  const what = isServers
    ? 'server'
    : findings.errors === 0
      ? 'ready'
      : isEditable || fixes.length > 0
        ? 'editable'
        : 'body';
  const { propose, undo, downloadIssues, downloadFile, goTo, proposal } = acts.review;
  const last = history.at(-1);
  const hasRows = report.records.length > 0;
  return html` ${what === 'ready' ? words.t('upload.ready.body') : words.t(`upload.errors.${what}`, { count: findings.errors })}
  ${guard([findings, words], () => issueSummary({ issues: findings.issues, groups, hasRow, goTo: hasCells ? goTo : null }, words))}
  ${warnings(review, groups, view, acts, words)}
  ${
    blockedBy(view, words) === null
      ? fixBar(
          {
            fixes,
            proposed: proposal?.fix.name ?? null,
            propose,
            undoable: last ? changeText(last.change, words) : null,
            undo,
            downloadIssues: hasRows && findings.errors + findings.warnings > 0 ? downloadIssues : null,
            downloadFile: hasRows && last ? downloadFile : null,
          },
          words,
        )
      : nothing
  }`;
}

/** The box for the warnings of what would be sent. */
function warnings(
  review: Review,
  groups: readonly IssueGroup[],
  { offer, flow }: UploadView,
  acts: UploadActs,
  words: Words,
): TemplateResult | typeof nothing {
  if (flow.phase !== 'review' || offer === null || offer.findings.warnings === 0) return nothing;
  const own = offer.leftOut > 0 ? issueGroups(offer.findings, review.report.definition, words) : groups;
  return warningsBox({ groups: own, accepted: review.warningsAccepted, change: acts.acceptWarnings }, words);
}

function notices(review: Review, view: UploadView, acts: UploadActs, words: Words): TemplateResult {
  const { proposal, apply, dismiss, addHeader } = acts.review;
  const { earlier, now } = view;
  const linkTo = batchLink(view, acts);
  return html`${
    proposal
      ? fixPreview({ ...proposal.preview, label: fixLabel(proposal.fix, words), apply, dismiss }, words)
      : nothing
  }
  ${earlier.batch ? earlierNotice({ batch: earlier.batch, accepted: earlier.accepted, accept: acts.acceptEarlier, linkTo, now }, words) : nothing}
  ${lacksHeader(review) && blockedBy(view, words) === null ? headerlessNotice(review.report.definition, addHeader, words) : nothing}
  ${sentBefore(review.sent, linkTo, words)}
  ${review.parts.length > 1 ? partsList({ parts: review.parts, states: [] }, words) : nothing}`;
}

function selectedOf(groups: readonly IssueGroup[], { review: { rows } }: UploadActs): IssueGroup | null {
  return groups.find(({ heading }) => heading === rows.heading) ?? null;
}

/** `null` for a file without an issue, of which the first rows are enough. */
function tableOf(
  { report, history }: Review,
  { issues }: Findings,
  groups: readonly IssueGroup[],
  canEdit: boolean,
  acts: UploadActs,
): ReviewTable | null {
  const { rows, edit, remove } = acts.review;
  const group = selectedOf(groups, acts);
  const page = rows.page({ report, issues, has: issue => group?.has(issue) ?? true });
  if (page.total === 0 && issues.length === 0) return null;
  return {
    ...page,
    report,
    tellsFixed: rows.onlyIssues && history.length > 0,
    step: by => rows.step(by),
    edit: canEdit ? edit : null,
    remove,
  };
}
