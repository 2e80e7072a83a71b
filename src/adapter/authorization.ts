import { ProblemError } from '../core/problem.js';
import type { AccessTokenRequest, SharedConfig } from './context.js';
import { withoutSecrets } from './secrets.js';
import { abortable } from './time.js';

/** What the host gives to make requests its own. */
export type AuthorizationOptions = Pick<SharedConfig, 'getAccessToken' | 'headers'>;

/** The host's headers and token for one request and its repeats. The token lives no longer than that. */
export interface Authorization {
  /** Headers for one attempt: the host's, over them `own` and the token. */
  headers(own: Readonly<Record<string, string>>): Promise<Headers>;
  /** After a 401: asks the host once for another token. Answers whether to try again. */
  renew(): Promise<boolean>;
  /** What a server says of a failure, without the tokens it was sent: it may repeat them. */
  conceal(problem: ProblemError): ProblemError;
}

/** Failures are problems without a cause: an error about a header may quote the token. */
export function authorize({ getAccessToken, headers }: AuthorizationOptions, signal: AbortSignal): Authorization {
  const tokens = new Set<string>();
  let token: string | null | undefined;
  let renewed = false;

  async function ask(reason: AccessTokenRequest['reason']): Promise<void> {
    try {
      token = (await abortable(Promise.resolve(getAccessToken?.({ reason, signal })), signal)) ?? null;
      if (token) tokens.add(token);
    } catch {
      signal.throwIfAborted();
      throw new ProblemError({
        code: 'session_expired',
        status: reason === 'unauthorized' ? 401 : 0,
        title: 'No access token',
      });
    }
  }

  return {
    async headers(own) {
      if (token === undefined) await ask('initial');
      try {
        const given = await abortable(Promise.resolve(typeof headers === 'function' ? headers() : headers), signal);
        const all = new Headers(given);
        // The browser writes it, with the boundary of a form.
        all.delete('Content-Type');
        for (const [name, value] of Object.entries(own)) all.set(name, value);
        if (token) all.set('Authorization', `Bearer ${token}`);
        return all;
      } catch {
        signal.throwIfAborted();
        throw new ProblemError({ code: 'invalid_headers', title: 'The headers of the page cannot be used' });
      }
    },

    async renew() {
      if (renewed || !getAccessToken) return false;
      renewed = true;
      await ask('unauthorized');
      return true;
    },

    conceal(problem) {
      const { title, detail, requestId, cause } = problem;
      const clean = (text: string) => withoutSecrets(text, tokens);
      const said = { title: clean(title), detail: detail && clean(detail), requestId: requestId && clean(requestId) };
      return new ProblemError({ ...problem, ...said }, { cause });
    },
  };
}
