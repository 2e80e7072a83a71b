// The files of the benchmark, each with the answer that a contestant must give. Made in the page, so that nothing
// but a name crosses over from Node.

const header = 'order_id,txn_id,unique_request_id\n';
const MB = 1024 * 1024;

/**
 * What is in a file. `bad`: rows with a fault; `marked`: those, and the rows whose id comes back later, for a contestant
 * that marks all rows of one id.
 * @typedef {{rows: number, empty: number, invalid: number, duplicate: number, bad: number, marked: number}} Answer
 */

/** Numbers that look random and are the same in each run. @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}

/** Rows with a fault repeat ids of the first rows, which have none. */
const originals = 97;

/**
 * `rows` rows like those of a payment platform, of which `share` (0 to 1) have a fault: by turns an id with forbidden
 * characters, none, and one that an earlier row has.
 * @param {number} rows @param {number} share
 * @returns {{parts: BlobPart[], answer: Answer}}
 */
function orders(rows, share) {
  const next = random(rows);
  const found = { empty: 0, invalid: 0, duplicate: 0 };
  const repeated = new Set();
  /** @type {string[]} */
  const parts = [header];
  /** @type {string[]} */
  let lines = [];
  let due = 0;
  for (let row = 1; row <= rows; row++) {
    let order = `ORD_${10_000_000 + row}${next() % 10}`;
    if (row <= originals) order = `ORD_${row}`;
    due += share;
    if (row > originals && due >= 1) {
      due -= Math.floor(due);
      const fault = /** @type {const} */ (['invalid', 'empty', 'duplicate'])[
        (found.empty + found.invalid + found.duplicate) % 3
      ];
      found[fault]++;
      if (fault === 'duplicate') order = `ORD_${1 + (row % originals)}`;
      else order = fault === 'empty' ? '' : `ORD ${row}!`;
      if (fault === 'duplicate') repeated.add(order);
    }
    lines.push(`${order},TXN_${1_000_000_000 + next()},SYNCREQ${1_000_000 + row}\n`);
    if (lines.length === 10_000) {
      parts.push(lines.join(''));
      lines = [];
    }
  }
  parts.push(lines.join(''));
  const bad = found.empty + found.invalid + found.duplicate;
  return { parts: [parts.join('')], answer: { rows, ...found, bad, marked: bad + repeated.size } };
}

/** 200 MB that cost the memory of one part, of 4 MB. @param {string} first @param {BlobPart} repeated */
function large(first, repeated) {
  const once = new Blob([repeated]);
  const part = new Blob(Array.from({ length: Math.floor((4 * MB) / once.size) }, () => once));
  return [first, ...Array.from({ length: Math.floor((200 * MB) / part.size) }, () => part)];
}

function noise() {
  const next = random(1);
  return Uint8Array.from({ length: 65_536 }, () => next() >>> 24);
}

/** @type {Record<string, () => {parts: BlobPart[], answer?: Answer, code?: string}>} */
const makers = {
  '1k': () => orders(1000, 0),
  '1k, 10 % bad': () => orders(1000, 0.1),
  '100k': () => orders(100_000, 0),
  '100k, 10 % bad': () => orders(100_000, 0.1),
  '100k, all bad': () => orders(100_000, 1),
  '1M': () => orders(1_000_000, 0),
  '200 MB, row limit': () => ({ parts: large('', orders(2000, 0).parts[0]), code: 'row_limit_exceeded' }),
  'endless line': () => ({ parts: large(header, 'a'.repeat(65_536)), code: 'not_csv' }),
  'unclosed quote': () => ({ parts: large(`${header}"`, 'ORD_1,TXN_1,REQ_1\n'.repeat(3640)), code: 'unclosed_quote' }),
  'NUL binary': () => ({ parts: large('', noise()), code: 'not_csv' }),
};

/** Adds up the bytes that are asked of a file, however it is read. */
export class ReadCount {
  bytes = 0;

  /** @template {Blob} Kind @param {Kind} blob @returns {Kind} */
  watch(blob) {
    const count = (/** @type {number} */ bytes) => {
      this.bytes += bytes;
    };
    const slice = blob.slice.bind(blob);
    blob.slice = (...range) => this.watch(slice(...range));
    for (const name of /** @type {const} */ (['arrayBuffer', 'text', 'bytes'])) {
      const read = /** @type {any} */ (blob)[name]?.bind(blob);
      Object.defineProperty(blob, name, { value: () => (count(blob.size), read()) });
    }
    const stream = blob.stream.bind(blob);
    Object.defineProperty(blob, 'stream', {
      value: () =>
        stream().pipeThrough(
          new TransformStream({
            transform(chunk, controller) {
              count(chunk.byteLength);
              controller.enqueue(chunk);
            },
          }),
        ),
    });
    counted.set(blob, count);
    return blob;
  }
}

/** @type {WeakMap<Blob, (bytes: number) => void>} */
const counted = new WeakMap();
for (const name of /** @type {const} */ (['readAsText', 'readAsArrayBuffer'])) {
  const read = /** @type {any} */ (FileReader.prototype)[name];
  /** @type {any} */ (FileReader.prototype)[name] = function (/** @type {Blob} */ blob, /** @type {any[]} */ ...rest) {
    counted.get(blob)?.(blob.size);
    return read.call(this, blob, ...rest);
  };
}

/** @param {string} name */
export function fileNamed(name) {
  const { parts, answer, code } = makers[name]();
  return { file: new File(parts, 'orders.csv', { type: 'text/csv' }), answer, code };
}

/**
 * What is hard on a reader that is not linear. Each answers with about so many code units as it is asked for.
 * @type {Record<string, (size: number) => string>}
 */
export const hostile = {
  'stray quotes and blanks': size => header + 'a" "b, '.repeat(size / 7),
  'quotes only': size => header + '"'.repeat(size),
  'quote in each row': size => header + 'A"1,b,c\n'.repeat(size / 8),
  'unclosed quote': size => `${header}"${'A,b,c\n'.repeat(size / 6)}`,
  'text after a closing quote': size => header + '"A" x,b,c\n'.repeat(size / 10),
  'endless line': size => header + 'a'.repeat(size),
  'one cell of line ends': size => `${header}A,"${'\n'.repeat(size)}",c\n`,
  'repeated names in the header': size => 'order_id,'.repeat(size / 9) + '\nA,b,c\n',
  'wide header, short rows': size => 'x,'.repeat(size / 4) + '\n' + 'A\n'.repeat(size / 4),
  'short rows': size => header + 'A\n'.repeat(size / 2),
  'long rows': size => header + `A${','.repeat(999)}\n`.repeat(size / 1001),
  'commas only': size => header + ','.repeat(size),
  'blank lines': size => header + '\n'.repeat(size),
  'a blank line after each row': size => header + unique(size, 'A', '\n'),
  'CR, LF and CRLF mixed': size => header + 'A,b,c\rB,b,c\nC,b,c\r\n'.repeat(size / 19),
  'CRs only': size => header + '\r'.repeat(size),
  'one id in all rows': size => header + 'A,b,c\n'.repeat(size / 6),
  'ids alike but for case': size => header + 'aBcDe,b,c\nAbCdE,b,c\n'.repeat(size / 20),
  'every rule broken': size => header + ' =A\u0001!,\u2018x\u2019, 1E+10\n'.repeat(size / 18),
  'formulas behind apostrophes': size => header + "'=1,'+1,'-1\n".repeat(size / 13),
  'blanks around': size => header + `${' '.repeat(200)}A${' '.repeat(200)},b,c\n`.repeat(size / 406),
  'one cell of blanks': size => `${header}A,b,c${' '.repeat(size)}x\n`,
  'one cell of digits': size => `${header}${'1'.repeat(size)},b,c\n`,
  'combining characters': size => `${header}A,b${'\u0301'.repeat(size / 2)},c\n`,
  'quoted cells': size => header + '"A","b","c"\n'.repeat(size / 12),
  'doubled quotes': size => `${header}A,"${'""'.repeat(size / 2)}",c\n`,
  semicolons: size => 'order_id;txn_id;unique_request_id\n' + 'A;b;c\n'.repeat(size / 6),
  'lost zeros': size => header + unique(size, '12345678', ''),
};

/** Rows of different ids. @param {number} size @param {string} start @param {string} end */
function unique(size, start, end) {
  const rows = Math.floor(size / (start.length + 12));
  return Array.from({ length: rows }, (_, row) => `${start}${row},b,${row}\n${end}`).join('');
}
