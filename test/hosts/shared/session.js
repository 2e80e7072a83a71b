/** @type {Promise<string> | undefined} */
let token;

/**
 * The provider's `getAccessToken`: asked with each request, and with `reason: 'unauthorized'` after a 401.
 * @param {{ reason: string }} request
 */
export function getAccessToken({ reason }) {
  if (reason === 'unauthorized') token = undefined;
  token ??= requestToken();
  return token;
}

async function requestToken() {
  const answer = await fetch('/session', { method: 'POST' });
  const session = await answer.json();
  return session.token;
}
