/** @param {readonly number[]} values */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
  return { min: sorted[0], median, max: sorted[sorted.length - 1] };
}

/** Ratios of what was measured in the same round. @param {readonly number[]} ours @param {readonly number[]} theirs */
export function ratios(ours, theirs) {
  return spread(ours.map((value, round) => value / theirs[round]));
}

/** @param {number} value @param {'×' | 'KB' | 'MB' | 'ms' | 'count'} unit */
export function quantity(value, unit) {
  if (unit === 'count') return value.toLocaleString('en');
  if (unit === '×') return value.toFixed(value < 0.1 ? 3 : 2);
  if (unit === 'ms') return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
  const size = value / (unit === 'KB' ? 1024 : 1024 * 1024);
  return `${size.toFixed(size < 10 ? 2 : 0)} ${unit}`;
}
