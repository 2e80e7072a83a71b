/** What is known of the cells of some rows before they are looked at one by one. */
export interface Traits {
  /** Nothing but the columns' own rules can be broken. */
  readonly isPlain: boolean;
  readonly hasControls: boolean;
  /** Whether a cell may begin with a digit. */
  readonly hasDigits: boolean;
  /** Where that is known of each row: 1 for those that are not plain. */
  readonly oddRows: Uint8Array | null;
}

/** C0 and DEL, but tab, LF and CR. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
export const controlCharacter = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/;
/** Of cells that hold no other characters nothing but the column's own rules can be broken. */
export const notPlain = /[^\w,\r\n]/;
const startOfDigits = /(?:^|[,\r\n])"?\d/;

/** The traits of a text of records, by a look at all of it. */
export function traitsOf(text: string): Traits {
  const isPlain = !notPlain.test(text);
  return {
    isPlain,
    hasControls: !isPlain && controlCharacter.test(text),
    hasDigits: startOfDigits.test(text),
    oddRows: null,
  };
}

/** Cells of which nothing is known beforehand. */
export const anyText: Traits = { isPlain: false, hasControls: true, hasDigits: true, oddRows: null };
