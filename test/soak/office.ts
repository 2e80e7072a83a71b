import { capabilitiesToWire, batchToWire, eventToWire, pageToWire } from '../../src/adapter/wire.js';
import type { Batch } from '../../src/core/batch.js';
import { json } from '../adapter/fixtures.js';
import { aBatch, someCapabilities } from '../state/doubles.js';

/** Batches that are processed at a time, and how many tasks each has. */
const running = 20;
const tasks = 100;
/** Of those that ended, the server's list keeps so many. */
const kept = 100;

/** A backend that works all day, and tells of each task. It speaks the contract, and remembers little. */
export class Office {
  events = 0;
  #made = 0;
  #batches: Batch[] = [];
  #stream: ReadableStreamDefaultController<Uint8Array> | null = null;
  /** How often a stream was asked for, and from which event on. */
  readonly streams: (string | null)[] = [];

  constructor() {
    for (let each = 0; each < running; each += 1) this.#create();
  }

  get newest(): readonly Batch[] {
    return this.#batches.slice(0, 20);
  }

  find(id: string): Batch | undefined {
    return this.#batches.find(batch => batch.id === id);
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/events')) return this.#open(request);
    if (pathname.endsWith('/capabilities')) return json(capabilitiesToWire(someCapabilities()));
    const page = { next: null, prev: null, start: 1, total: null };
    if (pathname.endsWith('/batches')) return json(pageToWire({ ...page, items: this.newest }, batchToWire));
    if (pathname.endsWith('/tasks')) return json(pageToWire({ ...page, items: [] }, () => null));
    const batch = this.find(pathname.split('/').at(-1) ?? '');
    return batch ? json(batchToWire(batch)) : json({ status: 404, code: 'not_found', title: 'None' }, 404);
  };

  /** A task of one of the batches ends. */
  work(chance: number): void {
    const moving = this.#batches.filter(({ status }) => status === 'PROCESSING');
    const before = moving[Math.floor(chance * moving.length)]!;
    const accepted = before.tasks.accepted + 1;
    const ended = accepted === tasks;
    const change = { version: before.version + 1, tasks: { accepted, failed: 0, queued: tasks - accepted } };
    const batch: Batch = { ...before, ...change, status: ended ? 'ACCEPTED' : 'PROCESSING' };
    this.#batches = this.#batches.map(each => (each === before ? batch : each)).slice(0, kept);
    this.#tell(ended ? 'batch.finished' : 'batch.updated', batch);
    if (ended) this.#create();
  }

  breathe(): void {
    this.#send(': still here\n\n');
  }

  cut(): void {
    this.#stream?.close();
    this.#stream = null;
  }

  #create(): void {
    this.#made += 1;
    const createdAt = new Date(Date.now()).toISOString();
    const counts = { totalTasks: tasks, totalRecords: tasks, tasks: { accepted: 0, failed: 0, queued: tasks } };
    const batch = aBatch({ id: `bs_${this.#made}`, fileName: `${this.#made}.csv`, createdAt, ...counts });
    this.#batches = [batch, ...this.#batches];
    this.#tell('batch.created', batch);
  }

  #tell(type: 'batch.created' | 'batch.updated' | 'batch.finished', batch: Batch): void {
    this.events += 1;
    this.#send(eventToWire({ type, id: String(this.events), batch }));
  }

  #send(text: string): void {
    this.#stream?.enqueue(new TextEncoder().encode(text));
  }

  #open({ headers, signal }: Request): Response {
    this.streams.push(headers.get('Last-Event-ID'));
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        this.#stream = controller;
        signal.addEventListener('abort', () => this.cut(), { once: true });
      },
    });
    this.breathe();
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }
}
