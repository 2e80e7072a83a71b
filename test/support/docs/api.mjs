// docs/api.md: everything of the package that has a name a host may use, from where that name is made.
import { load } from '../mock-shell.mjs';
import { elements } from './elements.mjs';
import { entries } from './entries.mjs';
import { declarationsOf } from './interfaces.mjs';
import { code, joined, table } from './markdown.mjs';

/** @typedef {import('./interfaces.mjs').Declaration} Declaration */

const [{ tokens }, { en }, { issueCodes, repairNames }, { fallbackCss }] = await Promise.all(
  ['themes/index', 'words/en', 'core/issue', 'themes/token'].map(name => load(`src/${name}.ts`)),
);
/** Where to read on about a type: its own heading, if there is one. @param {string} type @param {ReadonlySet<string>} known */
function linked(type, known) {
  const [name = ''] = /^\w+/.exec(type) ?? [];
  const anchor = name === 'BatchSyncConfig' ? 'configuration' : name.toLowerCase();
  return known.has(name) ? `[${code(type)}](#${anchor})` : code(type);
}

/** @param {any} method */
function signature({ name, parameters = [], return: returned }) {
  const given = parameters.map(({ name: parameter, optional, default: byDefault, type }) => {
    return `${parameter}${optional || byDefault ? '?' : ''}: ${type?.text ?? 'unknown'}`;
  });
  return `${name}(${given.join(', ')}): ${returned?.type?.text ?? 'void'}`;
}

/** @param {any} field @param {ReadonlySet<string>} types */
const fieldRow = ({ name, attribute = '', type, default: byDefault = '', description = '', readonly }, types) => [
  code(attribute),
  code(name),
  linked(type?.text ?? '', types),
  code(byDefault),
  readonly ? `Read only. ${description}` : description,
];

/** @param {any} element @param {ReadonlySet<string>} types */
function elementSection(
  { tagName, description, members, events = [], slots = [], cssParts = [], cssStates = [] },
  types,
) {
  const lines = (rows, decorate = code) => rows.map(({ name, description: what }) => [decorate(name), what ?? '']);
  const fields = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  const eventRows = events.map(({ name, type, cancelable, description: what }) => [
    code(name),
    cancelable ? 'yes' : '',
    linked(type.text.replace(/^CustomEvent<(.*)>$/, '$1'), types),
    what.replace(/^Cancelable\. /, ''),
  ]);
  const part = name => code(`::part(${name})`);
  const state = name => code(`:state(${name})`);
  /** @param {string} title @param {string[]} heads @param {string[][]} rows */
  const list = (title, heads, rows) =>
    rows.length > 0 && `### ${title} of the ${tagName.replace('batch-sync-', '')}\n\n${table(heads, rows)}`;
  return joined([
    `## \`<${tagName}>\``,
    description,
    list(
      'Attributes and properties',
      ['attribute', 'property', 'type', 'default', 'what it is'],
      fields.map(field => fieldRow(field, types)),
    ),
    list(
      'Methods',
      ['method', 'what it does'],
      methods.map(method => [code(signature(method)), method.description]),
    ),
    list('Events', ['event', 'cancelable', 'detail', 'when'], eventRows),
    list(
      'Slots',
      ['slot', 'what it is for'],
      lines(slots, name => code(name || '(default)')),
    ),
    list('Parts', ['part', 'what it is'], lines(cssParts, part)),
    list('States', ['state', 'when'], lines(cssStates, state)),
  ]);
}

/** @param {Declaration} declaration @param {ReadonlySet<string>} types @param {string} level */
function typeSection({ name, description, bases, members, code: source }, types, level = '###') {
  const more = bases.length > 0 && `It has what ${bases.map(base => linked(base, types)).join(' and ')} has, and:`;
  const rows = (members ?? []).map(member => [code(member.name), linked(member.type, types), member.description]);
  const body = members === null ? `\`\`\`typescript\n${source}\n\`\`\`` : table(['member', 'type', 'what it is'], rows);
  return joined([`${level} ${name}`, description, more, body]);
}

/** @param {Map<string, Declaration>} declarations @param {string} name @returns {Declaration} */
function named(declarations, name) {
  const found = declarations.get(name);
  if (!found) throw new Error(`docs/api.md wants ${name}, which is not there any more`);
  return found;
}

/** The public face of the configuration: what is shared, but for what it types more narrowly. */
async function configuration() {
  const [shared, own] = await Promise.all(
    ['src/adapter/context.ts', 'src/elements/config.ts'].map(path => declarationsOf(path)),
  );
  const { description, members } = named(own, 'BatchSyncConfig');
  const narrowed = new Set(members?.map(({ name }) => name));
  const wide = named(shared, 'SharedConfig').members?.filter(({ name }) => !narrowed.has(name)) ?? [];
  return { ...named(own, 'BatchSyncConfig'), description, bases: [], members: [...wide, ...(members ?? [])] };
}

/** Types that a host meets, by the source that they stand in. @type {[source: string, names: string[]][]} */
const listed = [
  [
    'src/elements/events.ts',
    [
      ...['OpenDetail', 'BatchDetail', 'ViewChangeDetail', 'LoadedDetail', 'RowActionDetail', 'ErrorDetail'],
      ...['ProblemSummary', 'FileDetail', 'ValidatedDetail', 'SubmitDetail', 'UploadProgressDetail', 'DirtyDetail'],
      ...['DismissDetail', 'DownloadDetail', 'DownloadedDetail', 'RetriedDetail', 'DecideDetail'],
    ],
  ],
  [
    'src/adapter/context.ts',
    ['AccessTokenRequest', 'LinkTarget', 'ConfirmRequest', 'Notice', 'TelemetryEvent', 'SubmitPolicy'],
  ],
  ['src/state/journey.ts', ['Navigation']],
  ['src/ui/table-view.ts', ['TableStatus']],
  ['src/elements/detail.ts', ['BatchSyncDetailStatus']],
  ['src/core/download-scope.ts', ['DownloadScope']],
  ['src/core/view.ts', ['View', 'BatchSort', 'TaskQuery']],
  ['src/core/batch.ts', ['Batch', 'Task', 'TaskCounts', 'Page', 'Capabilities', 'Feature', 'Breakdown', 'BatchEvent']],
  ['src/core/problem.ts', ['Problem']],
  ['src/core/issue.ts', ['Issue']],
  ['src/core/report.ts', ['ValidationReport', 'IssueCount']],
  ['src/core/table-columns.ts', ['TableColumnName', 'BatchTableColumn', 'BatchCell']],
  ['src/core/row-action.ts', ['BatchRowAction']],
  ['src/core/definition.ts', ['BatchDefinition', 'BatchColumn', 'ExportColumn', 'DefinitionText']],
];

const adapterTypes = ['RequestContext', 'WriteContext', 'UploadContext', 'CreateBatchInput', 'Decision'];

/** A sentence of the catalogue in its most general form. @param {string} key */
const sentence = key => (typeof en[key] === 'string' ? en[key] : (en[key]?.other ?? ''));

function codes() {
  const issues = issueCodes.map(name => [code(name), sentence(`issue.${name}`)]);
  const problems = Object.keys(en)
    .filter(key => /^problem\.[a-z_]+$/.test(key))
    .map(key => [code(key.slice('problem.'.length)), sentence(key)]);
  return joined([
    '## Codes',
    'What is wrong is told by a code with parameters; words are chosen from it where it is shown. A server may have codes of its own, which are shown in its words.',
    '### Codes of issues',
    table(['code', 'in English'], issues),
    `Repairs, by which an issue may be mended: ${repairNames.map(code).join(', ')}.`,
    '### Codes of problems',
    table(['code', 'in English'], problems),
  ]);
}

function customProperties() {
  const reading = name =>
    elements.filter(({ cssProperties = [] }) => cssProperties.some(property => property.name === name));
  const rows = tokens.map(token => [
    code(token.name),
    token.description,
    code(fallbackCss(token)),
    reading(token.name)
      .map(({ tagName }) => tagName.replace('batch-sync-', ''))
      .join(', '),
  ]);
  return joined([
    '## Custom properties',
    'Each may be set anywhere on the way from `:root` to the element.',
    table(['property', 'for', 'by default', 'read by'], rows),
  ]);
}

/** @returns {Promise<string>} */
export async function apiPage() {
  const types = await Promise.all(
    listed.map(async ([source, names]) => {
      const declarations = await declarationsOf(source);
      return names.map(name => named(declarations, name));
    }),
  );
  const adapter = await declarationsOf('src/adapter/adapter.ts');
  const known = new Set(['BatchSyncConfig', ...adapterTypes, ...types.flat().map(({ name }) => name)]);
  const contents = [
    'Entries',
    ...elements.map(({ tagName }) => tagName),
    'Configuration',
    'The adapter',
    'Types',
    'Codes',
  ];
  const links = [...contents, 'Custom properties'].map(
    name => `[${name}](#${name.toLowerCase().replaceAll(' ', '-')})`,
  );
  const { members } = named(adapter, 'BatchSyncAdapter');
  return joined([
    '<!-- Made by `npm run docs` from the manifest, the types and the tokens. -->',
    '# Reference',
    links.join(' · '),
    '## Entries',
    table(
      ['import from', 'what it has'],
      entries.map(([name, what]) => [code(name), what]),
    ),
    ...elements.map(element => elementSection(element, known)),
    typeSection({ ...(await configuration()), name: 'Configuration' }, known, '##'),
    '## The adapter',
    named(adapter, 'BatchSyncAdapter').description,
    table(
      ['member', 'type', 'what it is'],
      (members ?? []).map(({ name, type, description }) => [code(name), code(type), description]),
    ),
    ...adapterTypes.map(name => typeSection(named(adapter, name), known)),
    '## Types',
    ...types.flat().map(type => typeSection(type, known)),
    codes(),
    customProperties(),
  ]);
}
