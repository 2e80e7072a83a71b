/** Also after white space: spreadsheets look past it. */
const formulaStart = /^\s*[=+\-@\t\r\0]/;
const signedNumber = /^[+-]\d+(?:\.\d+)?$/;
const neutralised = /^'(?:'|\s*[=+\-@\t\r\0])/;

/** Whether a spreadsheet may run the cell, so that an export must neutralise it. A plain signed number is harmless. */
export function isFormulaLike(value: string): boolean {
  return formulaStart.test(value) && !signedNumber.test(value);
}

/** Whether an export puts an apostrophe before the cell: what already begins with one gets another, so that one can be taken away. */
export function needsApostrophe(value: string): boolean {
  return value.startsWith("'") || isFormulaLike(value);
}

/** Whether an export may have put the apostrophe before the cell: ours, or one that does so before numbers too. */
export function isNeutralised(value: string): boolean {
  return neutralised.test(value);
}
