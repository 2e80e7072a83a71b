// llms.txt: where a machine that writes code with the package finds what, in the form of llmstxt.org.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../mock-shell.mjs';
import { anchorOf } from './documents.mjs';
import { elements } from './elements.mjs';
import { joined } from './markdown.mjs';

/** What of the README answers which question; that the sections are there is checked with all other links. */
const questions = [
  ['Quick start', 'the smallest embed, a backend in the page to begin with, rights'],
  ['Your backend', 'by the contract, by hooks, or by an adapter object'],
  ['Addresses and your router', 'links, events to hear or to prevent, what to set'],
  ['Tokens and sessions', 'access tokens, a 401, logging out'],
  ['Theming', 'custom properties, parts, ready-made themes'],
  ['Content security policy', 'the policy that holds'],
  ['Languages', 'locales, words of one’s own'],
  ['Editors and frameworks', 'types of the tags, completion'],
  ['Validate in a pipeline', 'the upload’s rules on the command line and in Node'],
  ['Check a backend', 'whether it keeps the contract'],
  ['Troubleshooting', 'by what is to be seen'],
  ['What happens when things go wrong', 'what a person sees of each fault'],
];

/** @param {string} text */
const firstParagraph = text => text.split('\n\n')[0]?.replaceAll('\n', ' ') ?? '';

/** @returns {Promise<string>} */
export async function llmsText() {
  const { name, description } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const item = (title, address, what) => `- [${title}](${address}): ${what}`;
  return joined([
    `# ${name}`,
    `> ${description}`,
    'Custom elements made with Lit; no framework is needed, and any will do. `import "batch-sync-elements/define"` defines the tags; a provider with `base-url` or `config.adapter` gives the elements inside it their backend. Objects and functions are properties (`element.config = { … }`), not attributes. Acts of a person are cancelable events with a bare verb; what was done is told in the past tense.',
    '## Elements',
    elements
      .map(({ tagName, description: what }) =>
        item(`\`<${tagName}>\``, `docs/api.md#${anchorOf(tagName)}`, firstParagraph(what)),
      )
      .join('\n'),
    '## Guide',
    questions.map(([title, what]) => item(title, `README.md#${anchorOf(title)}`, what)).join('\n'),
    '## Reference',
    [
      item('Configuration', 'docs/api.md#configuration', 'every member of `config`'),
      item('The adapter', 'docs/api.md#the-adapter', 'the interface of a backend'),
      item('Types', 'docs/api.md#types', 'details of events, batches, tasks, views, definitions'),
      item('Codes', 'docs/api.md#codes', 'issues of files, problems of requests'),
      item('Custom properties', 'docs/api.md#custom-properties', 'every token with its default'),
      item('Contract', 'src/adapter/openapi.yaml', 'OpenAPI 3.1'),
      item('Manifest', 'custom-elements.json', 'the elements for machines'),
    ].join('\n'),
    '## Optional',
    [
      item('Security', 'SECURITY.md', 'threats and where they are tested'),
      item('Versions', 'docs/versions.md', 'what is public, and what a version promises of it'),
      item('Changelog', 'CHANGELOG.md', 'what changed'),
      item('Architecture', 'docs/architecture.md', 'layers and decisions'),
    ].join('\n'),
  ]);
}
