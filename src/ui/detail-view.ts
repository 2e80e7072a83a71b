import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { detailCardSkeleton } from './detail-card.js';
import { outcomesSkeleton, timelineSkeleton } from './detail-skeletons.js';
import { taskStatsSkeleton } from './detail-stats.js';
import { taskListSkeleton } from './task-list.js';

type Content = TemplateResult | typeof nothing;

/** What a host may hide. */
export type DetailPart = 'stats' | 'failures' | 'timeline' | 'tasks' | 'integrity' | 'live';

/** Everything beneath the heading, drawn. */
export interface DetailPieces {
  readonly notices: readonly Content[];
  readonly decision: Content;
  readonly card: Content;
  readonly stats: Content;
  readonly failures: Content;
  /** Cards that stand side by side where there is room. */
  readonly aside: readonly Content[];
  readonly tasks: Content;
  /** In which zone times are told. */
  readonly zone: Content;
}

/** The pieces in the order in which they are looked for. */
export function detailView({
  notices,
  decision,
  card,
  stats,
  failures,
  aside,
  tasks,
  zone,
}: DetailPieces): TemplateResult {
  return html`<div class="notices">${notices}</div>
    ${decision}${card}
    <slot name="before-stats"></slot>
    ${stats}
    <slot name="after-stats"></slot>
    ${failures}
    <div class="aside">${aside}</div>
    ${tasks}${zone}
    <slot name="footer"></slot>`;
}

/** The same before anything is known, at the same geometry. `counts`: the server will count by gateway and system. */
export function detailSkeleton(
  content: { readonly level: number; readonly counts: boolean; readonly shows: (part: DetailPart) => boolean },
  words: Words,
): TemplateResult {
  const { level, counts, shows } = content;
  return detailView({
    notices: [],
    decision: nothing,
    card: detailCardSkeleton(level, words),
    stats: shows('stats') ? taskStatsSkeleton(words) : nothing,
    failures: nothing,
    aside: [
      counts ? html`${outcomesSkeleton('gateway', level, words)}${outcomesSkeleton('system', level, words)}` : nothing,
      shows('timeline') ? timelineSkeleton(level, words) : nothing,
    ],
    tasks: shows('tasks') ? taskListSkeleton(level, words) : nothing,
    zone: nothing,
  });
}
