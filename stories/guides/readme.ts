import readme from '../../README.md?raw';

/**
 * A section of the README without its heading, for a guide to show: what is said there is said there alone. Links to
 * other files are left as text, since those are not here.
 */
export function section(title: string): string {
  const [, text] = readme.split(`\n## ${title}\n`);
  if (text === undefined) throw new Error(`The README has no section “${title}”`);
  const [own = ''] = text.split(/\n## /);
  return own.replaceAll(/\[([^\]]+)\]\((?!https?:)[^)]+\)/g, '$1').trim();
}
