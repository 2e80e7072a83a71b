import type { ServerResponse } from 'node:http';
import { wait } from './clock.js';
import type { Clock } from './clock.js';
import { refusal } from './scenarios/refusal.js';
import { firstTries } from './scenarios/first-tries.js';

/** A request, and the connection that it came by. */
export interface Meeting {
  readonly request: Request;
  /** Below the base path, such as `/batches`. */
  readonly path: string;
  readonly outgoing: ServerResponse;
  readonly clock: Clock;
  /** Does what is asked; with another request, what that one asks. */
  answer(request?: Request): Promise<Response>;
  send(response: Response): Promise<void>;
}

type Meet = (meeting: Meeting) => Promise<void>;

/** What befalls a connection: what neither an answer nor a service worker can show. */
export interface ConnectionFault {
  /** What a person chooses it by. */
  readonly label: string;
  /** Asked once for each server: what it answers may remember. */
  readonly begin: () => Meet;
}

type ConnectionFaults = Readonly<Record<string, ConnectionFault>>;

const pass: Meet = async ({ answer, send }) => send(await answer());

const isUpload = ({ request, path }: Meeting) => request.method === 'POST' && path === '/batches';
const isStream = ({ path }: Meeting) => path === '/events';
const isRead = (meeting: Meeting) => meeting.request.method === 'GET' && !isStream(meeting);
/** Without rights nothing is shown of what else goes wrong. */
const isData = (meeting: Meeting) => isRead(meeting) && meeting.path !== '/capabilities';

function where(label: string, befalls: (meeting: Meeting) => boolean, meet: Meet): ConnectionFault {
  return { label, begin: () => meeting => (befalls(meeting) ? meet(meeting) : pass(meeting)) };
}

/** Befalls an upload when it comes for the first time; what the browser sends again by itself comes again. */
function firstUpload(label: string, meet: Meet): ConnectionFault {
  return {
    label,
    begin: () => {
      const isFirst = firstTries();
      return meeting => (isUpload(meeting) && isFirst(meeting.request) ? meet(meeting) : pass(meeting));
    },
  };
}

const reset = ({ outgoing }: Meeting) => outgoing.socket?.resetAndDestroy();

const resetBefore: Meet = async meeting => {
  await meeting.request.arrayBuffer();
  reset(meeting);
};

const resetAfter: Meet = async meeting => {
  await meeting.answer();
  reset(meeting);
};

const slowBytesPerMs = 128;

/** As a line hands it on that is slow. */
function slowly(body: ReadableStream<Uint8Array>, clock: Clock): ReadableStream<Uint8Array> {
  return body.pipeThrough(
    new TransformStream({
      async transform(part, controller) {
        await wait(clock, part.byteLength / slowBytesPerMs);
        controller.enqueue(part);
      },
    }),
  );
}

/**
 * Together longer than anybody waits for a sign; the head and the first part are not, for Firefox tells of a head only
 * when something of the body has come.
 */
const trickle = { parts: 3, pauseMs: 14_000 };

function trickling(bytes: Uint8Array, clock: Clock): ReadableStream<Uint8Array> {
  const size = Math.ceil(bytes.byteLength / trickle.parts);
  let at = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        if (at >= bytes.byteLength) return controller.close();
        await wait(clock, trickle.pauseMs);
        controller.enqueue(bytes.slice(at, (at += size)));
      },
    },
    { highWaterMark: 0 },
  );
}

/** Milliseconds that a stream lives. */
const streamLifeMs = 4000;

export const connectionFaults = {
  'reset-before': firstUpload('Connection reset when an upload was read, before it is done', resetBefore),
  'reset-after': firstUpload('Connection reset when an upload is done', resetAfter),
  'reset-always': where('Connection reset each time an upload is done', isUpload, resetAfter),
  'upload-stops': firstUpload('Nobody reads on in the middle of an upload', () => new Promise(() => undefined)),
  'upload-slow': where('A slow line for uploads', isUpload, async ({ request, clock, answer, send }) => {
    const { method, headers, signal } = request;
    const body = request.body && slowly(request.body, clock);
    const slow: RequestInit & { duplex: 'half' } = { method, headers, signal, body, duplex: 'half' };
    return send(await answer(new Request(request.url, slow)));
  }),
  'refused-unread': where('Upload refused before it is read (413)', isUpload, async ({ outgoing, send }) => {
    outgoing.shouldKeepAlive = false;
    return send(refusal({ code: 'file_too_large', status: 413, title: 'The file is too large' }));
  }),
  moved: where(
    'What is sent is led to another address (307)',
    ({ request }) => request.method === 'POST' && !new URL(request.url).searchParams.has('moved'),
    // Relative, for the server may stand behind another path than it knows.
    ({ path, send }) =>
      send(new Response(null, { status: 307, headers: { location: `${path.split('/').at(-1)}?moved` } })),
  ),
  'answer-cut': where('Connection reset in the middle of an answer', isData, async meeting => {
    const { status, headers, body } = await meeting.answer();
    const bytes = new Uint8Array(await new Response(body).arrayBuffer());
    const head = { ...Object.fromEntries(headers), 'content-length': bytes.byteLength };
    meeting.outgoing.writeHead(status, head);
    meeting.outgoing.write(bytes.slice(0, bytes.byteLength / 2), () => reset(meeting));
  }),
  'not-http': where('Something answers that is no web server', isData, async ({ outgoing }) => {
    outgoing.socket?.end('220 mail.example ESMTP\r\n');
  }),
  trickle: where(
    'Answers in parts, far between',
    meeting => !isStream(meeting),
    async ({ clock, answer, send }) => {
      const { status, headers, body } = await answer();
      const bytes = new Uint8Array(await new Response(body).arrayBuffer());
      await wait(clock, trickle.pauseMs);
      return send(new Response(trickling(bytes, clock), { status, headers }));
    },
  ),
  'stream-half-open': where('Live connection that died without a word', isStream, async ({ clock, answer, send }) => {
    const { status, headers, body } = await answer();
    const death = clock.now() + streamLifeMs;
    const dying = new TransformStream<Uint8Array, Uint8Array>({
      transform: (part, controller) => void (clock.now() < death && controller.enqueue(part)),
    });
    return send(new Response(body?.pipeThrough(dying) ?? null, { status, headers }));
  }),
  'stream-gathered': where('A proxy that hands on whole answers only', isStream, async ({ answer, send }) => {
    const { status, headers, body } = await answer();
    return send(new Response(await new Response(body).arrayBuffer(), { status, headers }));
  }),
} as const satisfies ConnectionFaults;

export type ConnectionName = keyof typeof connectionFaults;

export function isConnectionName(name: string): name is ConnectionName {
  return Object.hasOwn(connectionFaults, name);
}
