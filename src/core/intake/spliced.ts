import type { Issue } from '../issue.js';
import type { Sequence } from '../report.js';
import { LazySequence } from '../sequence.js';
import { bisect } from './content.js';
import type { Splice } from './foundation.js';

/** The issues of a judgement, but for those of some rows, which others took the place of. */
export class SplicedSequence extends LazySequence<Issue> {
  constructor(judged: Sequence<Issue>, splices: readonly Splice[]) {
    /** Where the issues of each splice begin in this sequence. */
    const starts: number[] = [];
    let shift = 0;
    for (const { start, end, issues } of splices) {
      starts.push(start + shift);
      shift += issues.length - (end - start);
    }
    super(judged.length + shift, index => {
      const number = bisect(starts.length, position => starts[position] > index) - 1;
      if (number < 0) return judged.at(index)!;
      const { end, issues } = splices[number];
      const inside = index - starts[number];
      return inside < issues.length ? issues[inside] : judged.at(end + inside - issues.length)!;
    });
  }
}
