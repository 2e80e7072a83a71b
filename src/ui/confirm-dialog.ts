import { html, nothing, type TemplateResult } from 'lit';
import { modal, whenClosed } from './modal.js';
import { isRepeated } from './press.js';

interface Question {
  readonly title: string;
  readonly message: string;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
}

/** A small modal question; nothing while there is none. Esc is *no*. */
export function confirmDialog(question: Question | null, answer: (confirmed: boolean) => void): TemplateResult {
  // A double click on what asks must not answer, too.
  const press = (confirmed: boolean) => (event: MouseEvent) => {
    if (!isRepeated(event)) answer(confirmed);
  };
  return html`<dialog
    class="dialog dialog-small"
    part="dialog"
    aria-labelledby="confirm-title"
    aria-describedby="confirm-message"
    ${modal(question !== null)}
    @cancel=${(event: Event) => {
      event.preventDefault();
      answer(false);
    }}
    @close=${whenClosed(() => answer(false))}
  >
    ${
      question === null
        ? nothing
        : html`<div class="dialog-header">
              <h2 class="heading" id="confirm-title">${question.title}</h2>
            </div>
            <div class="dialog-body"><p id="confirm-message">${question.message}</p></div>
            <div class="dialog-footer">
              <button class="button" part="button" type="button" @click=${press(false)}>${question.cancelLabel}</button>
              <button class="button button-primary" part="button button-primary" type="button" @click=${press(true)}>
                ${question.confirmLabel}
              </button>
            </div>`
    }
  </dialog>`;
}
