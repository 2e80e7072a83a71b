import { executeServerCommand } from '@web/test-runner-commands';

/** A file of the corpus and what a validator must make of it. */
export interface ManifestCase {
  id: string;
  file: string;
  filename: string;
  mime: string;
  category: string;
  note: string;
  expect: { verdict: 'accept' | 'reject'; row_count?: number; rows?: string[][]; any_of?: string[] };
  config?: { maxFileBytes?: number };
}

/** A file name and MIME type; its content is always one and the same valid file. */
export interface FilenameCase {
  id: string;
  filename: string;
  mime: string;
  content: string;
  note: string;
  expect: { verdict: 'accept' | 'reject'; any_of?: string[] };
}

/** A value that must survive the results export; `neutralise` says whether it needs the leading apostrophe. */
export interface ExportCase {
  id: string;
  group: string;
  value: string;
  neutralise: 'yes' | 'either' | 'no';
  note: string;
}

/** A finished task whose fields hold the value of an export case. */
export interface ExportTask {
  case: string;
  orderId: string;
  txnId: string;
  uniqueRequestId: string;
  syncStatus: string;
  externalSystemResponse: string;
  gatewaySyncStatus: string;
  taskStatus: string;
  errorMessage: string;
  createdAt: string;
  updatedAt: string;
}

/** What a validator said about a case, in the judge's words. */
export interface Answer {
  verdict: 'accept' | 'reject';
  errors: { kind: string; row?: number; line?: number }[];
  rows?: string[][];
  rowCount?: number;
}

export interface Corpus {
  cases: ManifestCase[];
  filenames: FilenameCase[];
  /** The chosen reading of each point that the specification leaves open. */
  policies: Record<string, string>;
  exportCases: ExportCase[];
  exportTasks: ExportTask[];
  /** The bytes of a file named by a case, such as `cases/baseline/base-seed-sample.csv`. */
  fetchBytes(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** The corpus's own judge: for each pair its complaints, none where the answer satisfies the case. */
  judge(pairs: [ManifestCase | FilenameCase, Answer][]): Promise<string[][]>;
}

async function fetchFile(path: string): Promise<Response | null> {
  const response = await fetch(`/corpus/${path.split('/').map(encodeURIComponent).join('/')}`);
  return response.ok ? response : null;
}

async function readText(path: string): Promise<string> {
  const response = await fetchFile(path);
  if (!response) throw new Error(`the corpus has no ${path}`);
  return response.text();
}

async function readLines<T>(path: string): Promise<T[]> {
  const text = await readText(path);
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as T);
}

/** The conformance corpus beside the project, or null where there is none: the caller then skips, and says so. */
export async function loadCorpus(): Promise<Corpus | null> {
  const found = await fetchFile('policies.json');
  if (!found) return null;
  const { chosen } = (await found.json()) as { chosen: Record<string, string> };
  const [cases, filenames, exportCases, tasks] = await Promise.all([
    readLines<ManifestCase>('manifest.jsonl'),
    readLines<FilenameCase>('filenames.jsonl'),
    readLines<ExportCase>('export/cases.jsonl'),
    readText('export/tasks.json'),
  ]);
  return {
    cases,
    filenames,
    policies: chosen,
    exportCases,
    exportTasks: JSON.parse(tasks) as ExportTask[],
    async fetchBytes(path) {
      const response = await fetchFile(path);
      if (!response) throw new Error(`the corpus has no ${path}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    judge: pairs => executeServerCommand('judge-corpus-answers', { pairs, policies: chosen }),
  };
}
