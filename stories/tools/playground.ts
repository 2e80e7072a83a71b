import { html, nothing, render } from 'lit';
import { themes } from '../../src/themes/index.js';
import { contrastOf, pairs } from './contrast.js';
import { asCss, asDtcg, changed, cssValue, isSchemed, themedTokens, valuesOf } from './draft-theme.js';
import type { DraftTheme, ThemedToken } from './draft-theme.js';
import './playground.css';
import './tools.css';

type Scheme = 'light' | 'dark';

const schemes: readonly Scheme[] = ['light', 'dark'];
const untouched: DraftTheme = { from: null, changes: {} };

/** A form for every token over a preview that wears them, what becomes of the contrast, and the result to copy. */
export function startPlayground(panel: HTMLElement, preview: HTMLElement): void {
  let draft = untouched;
  let copied = '';
  // Its own, so that no theme of the page shines through.
  preview.dataset['batchSyncTheme'] = 'draft';

  function show(next: DraftTheme, words = ''): void {
    draft = next;
    copied = words;
    for (const token of themedTokens) preview.style.setProperty(token.name, cssValue(draft, token));
    render(form(), panel);
  }

  async function copy(words: string, text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    show(draft, words);
  }

  function form() {
    return html`
      <div class="playground-bar">
        <label>
          Begin with
          <select
            name="from"
            @change=${({ target }: Event) => {
              const { value } = target as HTMLSelectElement;
              show({ from: themes.find(({ name }) => name === value) ?? null, changes: {} });
            }}
          >
            <option value="">the elements as they are</option>
            ${themes.map(({ name, title }) => html`<option value=${name}>${title}</option>`)}
          </select>
        </label>
        <button type="button" @click=${() => void copy('CSS copied.', asCss(draft))}>Copy CSS</button>
        ${schemes.map(
          scheme =>
            html`<button type="button" @click=${() => void copy(`DTCG, ${scheme}, copied.`, asDtcg(draft, scheme))}>
              Copy DTCG, ${scheme}
            </button>`,
        )}
        <output>${copied}</output>
      </div>
      ${contrasts()}
      ${groups().map(
        ([group, tokens]) =>
          html`<fieldset class="playground-group">
            <legend>${group}</legend>
            ${tokens.map(row)}
          </fieldset>`,
      )}
    `;
  }

  function row(token: ThemedToken) {
    const short = token.name.replace('--batch-sync-', '');
    const [light, dark] = valuesOf(draft, token);
    return html`<div class="playground-token">
      <span class="playground-name" title=${token.description}>${short}</span>
      ${
        isSchemed(token)
          ? [field(token, 'light', `${short}, light`, light), field(token, 'dark', `${short}, dark`, dark)]
          : field(token, 'light', short, light)
      }
    </div>`;
  }

  function field(token: ThemedToken, scheme: Scheme, label: string, value: string) {
    const take = ({ target }: Event) => show(changed(draft, token, scheme, (target as HTMLInputElement).value));
    const well = /^#[\da-f]{6}$/i.test(value);
    return html`<span class="playground-field">
      ${
        well
          ? html`<input type="color" aria-label=${`${label}, from a palette`} .value=${value} @input=${take} />`
          : nothing
      }
      <input aria-label=${label} spellcheck="false" .value=${value} @change=${take} />
    </span>`;
  }

  function contrasts() {
    const found = schemes.flatMap(scheme => pairs.map(pair => ({ ...pair, scheme, ratio: ratioIn(scheme, pair) })));
    const poor = found.filter(({ ratio, least }) => ratio < least);
    return html`<details class="playground-contrast" ?open=${poor.length > 0}>
      <summary>
        ${poor.length === 0 ? 'Contrast: all pairs stand out' : `Contrast: ${poor.length} pairs stand out too little`}
      </summary>
      <table class="tool-table">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">On</th>
            <th scope="col">Light</th>
            <th scope="col">Dark</th>
            <th scope="col">Least</th>
          </tr>
        </thead>
        <tbody>
          ${pairs.map(pair => {
            const { what, ground, least } = pair;
            return html`<tr>
              <th scope="row">${what}</th>
              <td>${ground.replace('--batch-sync-', '')}</td>
              ${schemes.map(scheme => verdict(ratioIn(scheme, pair), least))}
              <td>${least}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </details>`;
  }

  function ratioIn(scheme: Scheme, { on, ground }: { readonly on: string; readonly ground: string }): number {
    const colour = (name: string) => {
      const token = themedTokens.find(each => each.name === name);
      return token ? valuesOf(draft, token)[scheme === 'light' ? 0 : 1] : '';
    };
    return contrastOf(colour(on), colour(ground));
  }

  show(untouched);
}

function verdict(ratio: number, least: number) {
  const good = ratio >= least;
  return html`<td class=${good ? 'playground-good' : 'playground-poor'}>
    ${ratio.toFixed(2)} ${good ? '' : '(too little)'}
  </td>`;
}

function groups(): readonly (readonly [group: string, tokens: readonly ThemedToken[]])[] {
  const names = [...new Set(themedTokens.map(({ group }) => group))];
  return names.map(name => [name, themedTokens.filter(({ group }) => group === name)]);
}
