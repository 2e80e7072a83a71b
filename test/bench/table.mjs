// `npm run bench:table`: what the table and the export cost beside what people use now, in Chromium, on production code.
// All contestants take turns in one run and have the same batches; what they show is checked before it counts.
//
//   --quick         fewer samples, no 10,000 batches, a file of 100,000 tasks instead of a million
//   --only <word>   only works whose name contains the word
//   --out <file>    where the JSON goes (node_modules/.cache/bench/table.json)
//
// Who pays for what: ours and Vaadin's read a page at a time from the in-memory adapter, within the time that is
// measured; its share is told in a row of its own. AG Grid has all batches in the page beforehand, as its documentation
// advises where they fit, and sorts, filters and pages by itself. Nothing is subtracted from anybody.
//
// Exit code 1 where something could not be measured or was shown wrong; a missed target is no failure.
import { runBench } from './run.mjs';
import * as works from './table/works.mjs';

await runBench('table', works);
