/** Tells the first request for something from those that repeat it: by method, address and idempotency key. */
export function firstTries(): (request: Request) => boolean {
  const seen = new Set<string>();
  return ({ method, url, headers }) => {
    const name = `${method} ${url} ${headers.get('idempotency-key') ?? ''}`;
    const isFirst = !seen.has(name);
    seen.add(name);
    return isFirst;
  };
}
