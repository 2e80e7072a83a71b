import { getSystemErrorMap } from 'node:util';

/** An error in one line: the system's own words for what it refused, the message otherwise. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { errno } = error as NodeJS.ErrnoException;
  return (errno === undefined ? undefined : getSystemErrorMap().get(errno)?.[1]) ?? error.message;
}
