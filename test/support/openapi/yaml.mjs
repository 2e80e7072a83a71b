// Plain data as YAML.

/** What YAML reads as something else than text, or what has a sign in it. */
const plain = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[A-Za-z/$](?:[\w ./${}+()-]*[\w/})])?$/i;

/** @param {unknown} value @param {string} [indent] @returns {string} */
export function toYaml(value, indent = '') {
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []\n';
    return `\n${value.map(item => `${indent}-${inItem(item, `${indent}  `)}`).join('')}`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, member]) => member !== undefined);
    if (entries.length === 0) return ' {}\n';
    return `\n${entries.map(([name, member]) => `${indent}${scalar(name)}:${toYaml(member, `${indent}  `)}`).join('')}`;
  }
  if (typeof value !== 'string' || !value.includes('\n') || value.includes('\r')) return ` ${scalar(value)}\n`;
  const chomp = value.endsWith('\n\n') ? '+' : value.endsWith('\n') ? '' : '-';
  const lines = value.replace(/\n$/, '').split('\n');
  return ` |${chomp}\n${lines.map(line => (line === '' ? '\n' : `${indent}${line}\n`)).join('')}`;
}

/** The first member stands beside the dash. @param {unknown} item @param {string} indent */
function inItem(item, indent) {
  const text = toYaml(item, indent);
  return typeof item === 'object' && item !== null && text.startsWith('\n')
    ? ` ${text.slice(1 + indent.length)}`
    : text;
}

/** @param {unknown} value */
function scalar(value) {
  return typeof value === 'string' && plain.test(value) ? value : JSON.stringify(value);
}
