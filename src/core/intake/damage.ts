/** What a spreadsheet may have done to an identifier. */
export const damageKinds = ['scientific', 'decimal', 'date', 'formula_error', 'smart_quotes', 'leading_zeros'] as const;

export type DamageKind = (typeof damageKinds)[number];

const months = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const time = '(?: \\d{1,2}:\\d\\d(?::\\d\\d)?)?';
/** A spreadsheet writes `E+` with two digits at least; an id such as `1E5` does not look so. */
const scientific = /^\d(?:[.,]\d+)?E\+\d{2,3}$/;
const decimal = /^\d+\.0$/;
const numericDate = new RegExp(
  `^(?:${day}/${day}/(?:\\d{4}|\\d{2})|${day}\\.${day}\\.\\d{4}|\\d{4}-(?:0\\d|1[0-2])-${day})${time}$`,
);
const dayOfMonth = new RegExp(`^${day}-${months}(?:-\\d{2}(?:\\d{2})?)?$`);
const monthOfYear = new RegExp(`^${months}-\\d{2}(?:\\d{2})?$`);
const formulaError = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|#+)$/;
const smartQuotes = '\u2018\u2019\u201A\u201C\u201D\u201E';

/** The damage that one identifier shows by itself, `null` for none. */
export function damageOf(value: string): DamageKind | null {
  const first = value.charCodeAt(0);
  if (isDigit(first)) return damageOfNumber(value);
  if (first === 35) return formulaError.test(value) ? 'formula_error' : null;
  if (value.length <= 8 && monthOfYear.test(value)) return 'date';
  const last = value.charCodeAt(value.length - 1);
  const isQuoted =
    (first > 0x2017 && smartQuotes.includes(value[0])) || (last > 0x2017 && smartQuotes.includes(value.slice(-1)));
  return isQuoted ? 'smart_quotes' : null;
}

function damageOfNumber(value: string): DamageKind | null {
  if (scientific.test(value)) return 'scientific';
  if (decimal.test(value)) return 'decimal';
  return value.length <= 19 && (numericDate.test(value) || dayOfMonth.test(value)) ? 'date' : null;
}

const fewest = 20;
const longestLength = 20;
const allDigits = /^\d+$/;

/**
 * Lost leading zeros show in the whole column only: identifiers of digits that all have one length, but for a few that
 * are shorter. Counters look like that where they gain a digit, so the long ones must begin with many different digits,
 * or some must begin with a zero.
 */
export class LeadingZeros {
  #count = 0;
  readonly #byLength = new Uint32Array(longestLength + 1);
  readonly #zerosByLength = new Uint32Array(longestLength + 1);
  /** How often each digit is the first, ten numbers for each length. */
  readonly #firstDigits = new Uint32Array((longestLength + 1) * 10);

  /** `times`: -1 takes back what was added. */
  add(value: string, times: 1 | -1 = 1): void {
    const first = value.charCodeAt(0);
    if (!isDigit(first) || value.length > longestLength || !allDigits.test(value)) return;
    this.#count += times;
    this.#byLength[value.length] += times;
    this.#firstDigits[value.length * 10 + first - 48] += times;
    if (first === 48) this.#zerosByLength[value.length] += times;
  }

  /** The same once more, for what is changed without changing this. */
  clone(): LeadingZeros {
    const clone = new LeadingZeros();
    clone.#count = this.#count;
    clone.#byLength.set(this.#byLength);
    clone.#zerosByLength.set(this.#zerosByLength);
    clone.#firstDigits.set(this.#firstDigits);
    return clone;
  }

  /** The length that shorter identifiers of digits had once, 0 where there is no reason to think so. */
  lostLength(rows: number): number {
    const digits = this.#count;
    if (digits < fewest) return 0;
    const longest = this.#byLength.findLastIndex(count => count > 0);
    if (longest < 4) return 0;
    const full = this.#byLength[longest];
    const shorter = digits - full;
    const shortest = this.#byLength.findIndex(count => count > 0);
    if (shorter === 0 || full < fewest || digits < rows * 0.9 || shorter > digits * 0.15) return 0;
    const zeros = this.#zerosByLength.reduce((sum, count) => sum + count, 0);
    if (zeros > 0) return zeros === this.#zerosByLength[longest] ? longest : 0;
    const spread = this.#firstDigits.subarray(longest * 10, longest * 10 + 10).filter(count => count > 0).length;
    return longest >= 8 && shortest >= longest - 3 && spread >= 6 ? longest : 0;
  }
}

/** Whether a value of a column that lost zeros is one of those that did. */
export function isShortened(value: string, lostLength: number): boolean {
  return value.length < lostLength && allDigits.test(value);
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
