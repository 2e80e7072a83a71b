/** What is shorter is more likely a word than a secret. */
const shortestSecret = 6;

/** Text of a server, which may repeat what it was sent, without the secrets among that. */
export function withoutSecrets(text: string, secrets: Iterable<string>): string {
  let shown = text;
  for (const secret of secrets) if (secret.length >= shortestSecret) shown = shown.replaceAll(secret, '•••');
  return shown;
}
