/** What a test says to one request; a function may look at it, take its time, or throw as `fetch` does. */
export type Reply = Response | ((request: Request) => Response | Promise<Response>);

export interface FakeServer {
  readonly fetch: typeof fetch;
  readonly requests: Request[];
}

/** A `fetch` that gives the replies in turn, the last one again and again. For faults that no real server shows. */
export function serverOf(...replies: Reply[]): FakeServer {
  const requests: Request[] = [];
  return {
    requests,
    async fetch(input, init) {
      const request = new Request(input, init);
      const reply = replies[Math.min(requests.length, replies.length - 1)];
      requests.push(request);
      return typeof reply === 'function' ? reply(request.clone()) : reply.clone();
    },
  };
}

/** As a browser fails when nobody answers. */
export function unreachable(): never {
  throw new TypeError('Failed to fetch');
}

/** Never answers, and does not hear that nobody waits any more. */
export function silence(): Promise<Response> {
  return new Promise(() => undefined);
}
