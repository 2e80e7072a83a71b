import type { UploadProgress } from './adapter.js';
import { failureOf, maxAnswerBytes, redirected, stallLimit, unreadable } from './exchange.js';
import type { Answer, Exchange } from './exchange.js';
import { abortable, watchStall } from './time.js';

/** A try by XMLHttpRequest, which alone tells how much of a body is sent. */
export function uploadExchange(
  url: string,
  body: FormData,
  credentials: RequestCredentials,
  onProgress: (progress: UploadProgress) => void,
): Exchange {
  return async (headers, signal) => {
    const watch = watchStall(signal, stallLimit);
    const request = new XMLHttpRequest();
    try {
      const answered = new Promise<Answer>((resolve, reject) => {
        request.onload = () => {
          // A redirect was followed unseen, and the body was sent again.
          if (request.responseURL === url) resolve(answerOf(request));
          else reject(redirected());
        };
        request.onerror = request.onabort = () => reject(new Error('No answer'));
        request.onprogress = ({ loaded }) => {
          watch.touch();
          if (loaded > maxAnswerBytes) reject(unreadable('Too large'));
        };
      });
      request.upload.onload = watch.touch;
      request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
        watch.touch();
        onProgress({ loaded, total: lengthComputable ? total : null });
      };
      watch.signal.throwIfAborted();
      request.open('POST', url);
      request.responseType = 'arraybuffer';
      request.withCredentials = credentials === 'include';
      headers.forEach((value, name) => request.setRequestHeader(name, value));
      request.send(body);
      return await abortable(answered, watch.signal);
    } catch (error) {
      throw failureOf(error, watch.signal);
    } finally {
      watch.release();
      // Whatever ended it; nothing where it is complete.
      request.abort();
    }
  };
}

/** Reads all headers at once: asking for one that another origin does not expose writes to the console. */
function answerOf(request: XMLHttpRequest): Answer {
  const headers = new Headers();
  for (const line of request.getAllResponseHeaders().split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return { status: request.status, headers, bytes: (request.response as ArrayBuffer | null) ?? new ArrayBuffer(0) };
}
