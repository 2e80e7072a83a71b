import { en } from '../../src/words/index.js';
import type { Catalogue, CatalogueText } from '../../src/words/index.js';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'áƀçđéƒĝĥíĵķĺɱñóþǫŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĹṀÑÓÞǪŔŠŢÚṼŴẊÝŽ';
const filler = 'óñé ţŵó ţĥŕéé ƒóúŕ ƒíṽé šíẋ šéṽéñ éíĝĥţ ñíñé ţéñ ';

/** A form in other letters, about 40 % longer, and in brackets: what is not so on screen is no word of the catalogue. */
function pseudo(form: string): string {
  const letters = form.replace(/\{\w+\}|[a-z]/gi, part => (part.length > 1 ? part : accented[plain.indexOf(part)]!));
  const extra = Math.ceil(form.replace(/\{\w+\}/g, '').length * 0.4);
  return `⟦${letters} ${filler
    .repeat(Math.ceil(extra / filler.length))
    .slice(0, extra)
    .trim()}⟧`;
}

function pseudoText(text: CatalogueText): CatalogueText {
  if (typeof text === 'string') return pseudo(text);
  const forms = Object.entries(text).map(([category, form]) => [category, pseudo(form)]);
  return Object.fromEntries(forms) as CatalogueText;
}

/** A language that nobody speaks, to find words that are not of the catalogue and layouts that are too narrow for words. */
export const pseudoLocale: Catalogue = {
  locale: 'en-XA',
  texts: Object.fromEntries(Object.entries(en).map(([key, text]) => [key, pseudoText(text)])) as Catalogue['texts'],
};
