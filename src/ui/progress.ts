import { html, type TemplateResult } from 'lit';
import type { Progress } from '../core/status.js';
import type { Words } from '../words/words.js';
import { customProperty } from './custom-property.js';

/** Two segments, accepted then rejected, with the sentence beneath. No native element shows two shares. */
export function tasksProgress(progress: Progress, words: Words): TemplateResult {
  const { accepted, failed, done, total } = progress;
  const text = words.t(failed > 0 ? 'progress.text.rejected' : 'progress.text', { done, total, failed });
  return html`<div
      class="progress"
      part="progress"
      role="progressbar"
      aria-label=${words.t('progress.label')}
      aria-valuemin="0"
      aria-valuemax=${Math.max(total, 1)}
      aria-valuenow=${done}
      aria-valuetext=${text}
    >
      <span
        class=${segmentClass('accepted', failed === 0)}
        part="progress-accepted"
        ${customProperty('--_share', share(accepted, total))}
      ></span>
      <span
        class=${segmentClass('rejected', accepted === 0)}
        part="progress-rejected"
        ${customProperty('--_share', share(failed, total))}
      ></span>
    </div>
    <div class="progress-text" aria-hidden="true"><bdi .textContent=${text}></bdi></div>`;
}

/** The class of one of two segments. `isAlone`: the other is empty, so that both ends of this one are round. */
function segmentClass(name: 'accepted' | 'rejected', isAlone: boolean): string {
  return `progress-segment progress-${name}${isAlone ? ' progress-alone' : ''}`;
}

function share(part: number, total: number): string {
  return total > 0 ? `${((part / total) * 100).toFixed(2)}%` : '0%';
}
