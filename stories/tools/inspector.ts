import { html, nothing, render } from 'lit';
import { inspectAt } from './parts.js';
import type { PartInspection } from './parts.js';
import './tools.css';

/**
 * Shows what is beneath the pointer, or has the focus: its part, its state and the tokens that draw it. Alt and a click
 * keep it, so that its selector can be copied. Answers how to end it.
 */
export function startInspector(canvas: HTMLElement, panel: HTMLElement): () => void {
  const outline = document.createElement('div');
  outline.className = 'tool-outline';
  // In the top layer, so that it is seen over a dialog, too.
  outline.popover = 'manual';
  panel.append(outline);
  const leave = new AbortController();
  let kept = false;

  function show(found: PartInspection | null): void {
    if (!found) return;
    const { left, top, width, height } = found.target.getBoundingClientRect();
    for (const [name, value] of Object.entries({ left, top, width, height })) {
      outline.style.setProperty(name, `${value}px`);
    }
    outline.hidePopover();
    outline.showPopover();
    render(inspection(found, kept), panel);
  }

  function follow(event: Event): void {
    if (!kept) show(inspectAt(event.composedPath()));
  }

  function keep(event: MouseEvent): void {
    if (!event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    kept = !kept;
    show(inspectAt(event.composedPath()));
  }

  const options = { capture: true, signal: leave.signal };
  canvas.addEventListener('pointerover', follow, options);
  canvas.addEventListener('focusin', follow, options);
  canvas.addEventListener('click', keep, options);
  render(html`<p>Point at the story, or move the focus through it.</p>`, panel);

  return () => {
    leave.abort();
    outline.remove();
    render(nothing, panel);
  };
}

function inspection({ parts, tag, description, states, tokens, selector }: PartInspection, kept: boolean) {
  const [noun, ...tokensOfState] = parts;
  return html`
    <h2 class="tool-heading">${noun}</h2>
    <p>${description || 'A part.'}</p>
    <dl class="tool-facts">
      <dt>Element</dt>
      <dd><code>${tag}</code></dd>
      ${tokensOfState.length === 0 ? nothing : fact('This one is', tokensOfState)}
      ${
        states.length === 0
          ? nothing
          : fact(
              'The element is',
              states.map(state => `:state(${state})`),
            )
      }
    </dl>
    <p class="tool-selector">
      <code>${selector}</code>
      <button type="button" @click=${() => void navigator.clipboard.writeText(`${selector} {\n}\n`)}>
        Copy selector
      </button>
    </p>
    ${
      tokens.length === 0
        ? nothing
        : html`<table class="tool-table">
            <caption>
              Tokens that draw it
            </caption>
            <tbody>
              ${tokens.map(
                ({ token, property, value }) =>
                  html`<tr>
                    <th scope="row"><code>${token}</code></th>
                    <td>${property}</td>
                    <td><code>${value}</code></td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
    <p class="tool-note">${kept ? 'Kept. Alt + click lets it go.' : 'Alt + click keeps it.'}</p>
  `;
}

function fact(name: string, values: readonly string[]) {
  return html`<dt>${name}</dt>
    <dd>${values.map(value => html`<code>${value}</code> `)}</dd>`;
}
