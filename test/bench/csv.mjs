// `npm run bench:csv`: how fast and how frugal the intake is beside what people use now, in Chromium, on production
// code. All contestants take turns in one run, and each answer is checked; times are compared within a round only.
//
//   --quick         fewer samples, no file of a million rows
//   --only <word>   only works whose name contains the word
//   --out <file>    where the JSON goes (node_modules/.cache/bench/csv.json)
//
// Exit code 1 where something could not be measured or an answer was wrong; a missed target is no failure.
import { runBench } from './run.mjs';
import * as works from './csv/works.mjs';

await runBench('csv', works, ['warm1M']);
