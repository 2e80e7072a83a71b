import { expect } from '@open-wc/testing';
import Papa from 'papaparse';
import { batchSync } from '../../src/core/batch-sync.js';
import { validateFile, type ReadingProgress } from '../../src/core/intake/validate.js';
import { csvFile, H, only, shorten } from './intake-support.js';

const raised = { ...batchSync, limits: { maxRows: 1_000_000, maxBytes: 200_000_000 } };

/** A file of any size that is made as it is read, and tells how much was read. */
function sliced(size: number, byteAt: (index: number) => number) {
  const read: [start: number, end: number][] = [];
  const file = {
    name: 'huge.csv',
    size,
    slice(start: number, end: number) {
      return {
        arrayBuffer() {
          read.push([start, end]);
          return Promise.resolve(Uint8Array.from({ length: end - start }, (_, index) => byteAt(start + index)).buffer);
        },
      };
    },
  };
  return { file: file as unknown as File, bytesRead: () => read.reduce((sum, [start, end]) => sum + end - start, 0) };
}

/** Bytes that come so many at a time. `lostAfter`: so many times. */
function streamed(bytes: Uint8Array<ArrayBuffer>, size: number, lostAfter = Infinity) {
  let isCancelled = false;
  const stream = () => {
    let pulls = 0;
    return new ReadableStream({
      type: 'bytes',
      pull(controller) {
        if (pulls === lostAfter) throw new DOMException('gone', 'NotReadableError');
        const start = size * pulls++;
        controller.enqueue(bytes.slice(start, start + size));
        if (start + size >= bytes.length) controller.close();
      },
      cancel() {
        isCancelled = true;
      },
    });
  };
  return Object.assign(new Blob([bytes]), { stream, isCancelled: () => isCancelled });
}

/** The same rows again and again beneath a header. */
function repeating(row: string) {
  const [head, tail] = [H, row].map(text => new TextEncoder().encode(text));
  return (index: number) => (index < head.length ? head[index] : tail[(index - head.length) % tail.length]);
}

/** Some text, then one character for ever. */
function filled(start: string, filler: string) {
  const head = new TextEncoder().encode(start);
  return (index: number) => (index < head.length ? head[index] : filler.charCodeAt(0));
}

/** Name, what follows the header, what follows that for ever, the issue. */
const hostile: [name: string, start: string, filler: string, issue: string][] = [
  ['a line that never ends', 'A1', 'x', 'not_csv 1 2 -'],
  ['cells that never end', 'A1', ',', 'not_csv 1 2 -'],
  ['a quote that nothing closes', 'A1,t,r\nA2,"', 'x', 'unclosed_quote 2 3 -'],
  ['lines in a quote that nothing closes', 'A1,t,r\nA2,"', '\n', 'unclosed_quote 2 3 -'],
  ['NUL bytes', '', '\0', 'not_csv - - -'],
];

async function reasonOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (reason: unknown) => reason,
  );
}

describe('validateFile', () => {
  it('refuses by name whatever does not end in .csv', async () => {
    for (const name of ['a.xlsx', 'a', 'a.csv.exe', 'a.csv ', 'a.csv\n', 'acsv', 'a.txt', 'csv']) {
      const report = await validateFile(csvFile(`${H}A1,t,r\n`, name), batchSync);
      expect(shorten(report), name).to.deep.equal(['not_csv - - -']);
      expect(report.issues.at(0)?.params, name).to.deep.equal({ reason: 'extension' });
    }
    for (const name of ['a.csv', 'A.CSV', 'a.b.Csv', '.csv', 'é"><b>.csv']) {
      expect((await validateFile(csvFile(`${H}A1,t,r\n`, name), batchSync)).ok, name).to.equal(true);
    }
  });

  it('refuses by size before a byte is read', async () => {
    const { file, bytesRead } = sliced(5_000_001, () => 0);
    const report = await validateFile(file, batchSync);
    expect(shorten(report)).to.deep.equal(['file_too_large - - -']);
    expect(report.issues.at(0)?.params).to.deep.equal({ size: 5_000_001, maxBytes: 5_000_000 });
    expect(bytesRead()).to.equal(0);
  });

  it('takes a file of exactly the largest size', async () => {
    const content = `${H}A1,t,r\n`;
    const at = (maxBytes: number) => ({ ...batchSync, limits: { maxRows: 1000, maxBytes } });
    expect((await validateFile(csvFile(content), at(content.length))).ok).to.equal(true);
    expect(only(await validateFile(csvFile(content), at(content.length - 1)), 'file_too_large')).to.have.lengthOf(1);
  });

  it('accepts as many rows as are allowed, and counts all where there are more', async () => {
    const text = (count: number) => H + Array.from({ length: count }, (_, index) => `A${index},t,\n`).join('');
    expect((await validateFile(csvFile(text(1000)), batchSync)).ok).to.equal(true);
    const report = await validateFile(csvFile(`${text(1500)} A,,\nx"y\n`.replace('A0,', 'A 0,')), batchSync);
    expect(shorten(report)).to.deep.equal(['invalid_value 1 2 order_id', 'row_limit_exceeded 1001 1002 -']);
  });

  it('offers a split where all rows were counted', async () => {
    const report = await validateFile(csvFile(H + 'A,,\n'.repeat(1500)), batchSync);
    expect([report.rowCount, report.rowCountExact, report.repairs]).to.deep.equal([1500, true, ['split']]);
    expect(only(report, 'row_limit_exceeded')[0].params).to.deep.equal({ count: 1500, maxRows: 1000 });
    expect(report.records.at(-1)).to.deep.equal({ row: 1500, line: 1501, cells: ['A', '', ''] });
  });

  it('finds the row limit under blank lines, quoted lines and a short last row', async () => {
    const two = { ...batchSync, limits: { maxRows: 2, maxBytes: 1000 } };
    const over = 'A,"x\ny",\n\n\nB,,\n\nC';
    expect(shorten(await validateFile(csvFile(H + over), two))).to.include('row_limit_exceeded 3 8 -');
    expect((await validateFile(csvFile(`${H}A,"x\ny",\n\n\nB,,\n\n`), two)).ok).to.equal(true);
  });

  it('stops reading a large file in the slice in which the first row too many begins', async () => {
    const { file, bytesRead } = sliced(200_000_000, repeating('A1,t,r\n'));
    const report = await validateFile(file, { ...raised, limits: { ...raised.limits, maxRows: 1000 } });
    expect(bytesRead()).to.equal(65_536);
    expect([report.rowCount > 1000, report.rowCountExact, report.repairs]).to.deep.equal([true, false, []]);
    expect(only(report, 'row_limit_exceeded')[0]).to.deep.include({ row: 1001, line: 1002 });
    expect(only(report, 'row_limit_exceeded')[0].params?.['reason']).to.equal('inexact');
  });

  for (const [name, start, filler, issue] of hostile) {
    it(`answers ${name} after a megabyte at most`, async () => {
      const { file, bytesRead } = sliced(200_000_000, filled(H + start, filler));
      expect(shorten(await validateFile(file, raised))).to.deep.equal([issue]);
      expect(bytesRead()).to.be.at.most(2 ** 20);
    });
  }

  it('tells how far it is', async () => {
    const progress: ReadingProgress[] = [];
    const file = csvFile(H + 'A1,t,r\n'.repeat(20_000));
    await validateFile(file, batchSync, { onProgress: state => progress.push(state) });
    expect(progress.length).to.equal(Math.ceil(file.size / 65_536));
    expect(progress.at(-1)).to.deep.equal({ bytesRead: file.size, totalBytes: file.size, rows: 20_000 });
    expect(progress.map(({ rows }) => rows)).to.deep.equal(progress.map(({ rows }) => rows).sort((a, b) => a - b));
  });

  it('ends once it is aborted, with the reason', async () => {
    const reason = new Error('another file');
    const early = new AbortController();
    early.abort(reason);
    expect(await reasonOf(validateFile(csvFile(H), batchSync, { signal: early.signal }))).to.equal(reason);

    const late = new AbortController();
    const { file, bytesRead } = sliced(100_000_000, repeating('A1,t,r\n'));
    const running = validateFile(file, raised, { signal: late.signal, onProgress: () => late.abort(reason) });
    expect(await reasonOf(running)).to.equal(reason);
    expect(bytesRead()).to.be.at.most(131_072);
  });

  it('reports a file that cannot be read any more', async () => {
    const gone = {
      name: 'a.csv',
      size: 100,
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone')) }),
    };
    const shorter = { name: 'a.csv', size: 100, slice: () => new Blob(['x']) };
    const folder = {
      name: 'a.csv',
      size: 0,
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('folder')) }),
    };
    const large = {
      name: 'a.csv',
      size: 100_000_000,
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone')) }),
    };
    for (const file of [gone, shorter, folder, large]) {
      const report = await validateFile(file as unknown as File, raised);
      expect(shorten(report)).to.deep.equal(['not_csv - - -']);
      expect(report.issues.at(0)?.params).to.deep.equal({ reason: 'unreadable' });
      expect(report.source.bytes).to.equal(null);
    }
  });

  it('keeps the bytes that it judged', async () => {
    const content = new TextEncoder().encode(`\uFEFF${H}A1,é,r`);
    const { source } = await validateFile(csvFile(content), batchSync);
    expect(source).to.deep.equal({ bytes: content, size: content.length, text: `${H}A1,é,r` });
  });

  it('reads a file that comes in crumbs, or not as a stream at all, as it reads any other', async () => {
    const lines = Array.from({ length: 9000 }, (_, index) => `A${index % 8000},"é ${index}",😀${index}\r\n`);
    const content = new TextEncoder().encode(`\uFEFF${H}${lines.join('')}`);
    const plain = csvFile(content);
    const crumbs = csvFile(content);
    crumbs.slice = () => streamed(content, 777);
    const whole = csvFile(content);
    whole.slice = (...range) => Object.assign(plain.slice(...range), { stream: undefined });
    const expected = Array.from(
      { length: 1000 },
      (_, index) => `duplicate_value ${8001 + index} ${8002 + index} order_id`,
    );
    for (const file of [plain, crumbs, whole]) {
      const report = await validateFile(file, raised);
      expect(report.rowCount).to.equal(9000);
      expect(shorten(report)).to.deep.equal(expected);
      expect(report.source.bytes?.every((byte, index) => byte === content[index])).to.equal(true);
      expect(report.source.bytes?.length).to.equal(content.length);
      expect(report.source.text?.slice(0, H.length)).to.equal(H);
    }
  });

  it('reports a file that is lost while it is read, and lets go of one that nobody wants any more', async () => {
    const content = new TextEncoder().encode(H + 'A1,t,r\n'.repeat(60_000));
    const torn = csvFile(content);
    torn.slice = () => streamed(content, 50_000, 3);
    expect((await validateFile(torn, raised)).issues.at(0)?.params).to.deep.equal({ reason: 'unreadable' });

    const unwanted = csvFile(content);
    const stream = streamed(content, 50_000);
    unwanted.slice = () => stream;
    const late = new AbortController();
    const reason = new Error('another file');
    const running = validateFile(unwanted, raised, { signal: late.signal, onProgress: () => late.abort(reason) });
    expect(await reasonOf(running)).to.equal(reason);
    expect(stream.isCancelled()).to.equal(true);
  });

  it('lets others work while it reads a long file', async () => {
    let turns = 0;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      turns++;
      port2.postMessage(null);
    };
    port2.postMessage(null);
    const text = H + Array.from({ length: 60_000 }, (_, index) => `A${index},t,r${index}\n`).join('');
    await validateFile(csvFile(text), { ...batchSync, limits: { maxRows: 100_000, maxBytes: 5_000_000 } });
    port1.close();
    expect(turns).to.be.greaterThan(1);
  });

  it('reads a large file as it reads a small one', async () => {
    const lines = Array.from(
      { length: 300_000 },
      (_, index) => `A${index},"t ${index}",${index % 1000 ? 'r' : ''}\r\n`,
    );
    const file = csvFile(H + lines.join(''));
    const report = await validateFile(file, raised);
    expect([report.rowCount, report.rowCountExact, report.ok]).to.deep.equal([300_000, true, true]);
    expect(report.source).to.deep.equal({ bytes: null, size: file.size, text: null });
    expect(report.records.at(-1)).to.deep.equal({ row: 300_000, line: 300_001, cells: ['A299999', 't 299999', 'r'] });
    expect(Papa.parse(lines[123_456].trim()).data[0]).to.deep.equal(report.records.at(123_456)?.cells);
  });
});
