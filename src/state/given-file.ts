import type { FileFault } from '../core/file-fault.js';

/** The name under which pasted rows go their way. */
const pastedName = 'pasted.csv';
/** What only text of more than one cell holds. */
const manyCells = /[,;\t|\r\n]/;

/** While it hangs, only the kinds of what is dragged are known, and not in every browser. */
export function looksLikeOneFile(data: DataTransfer | null): boolean {
  if (!data?.types.includes('Files')) return false;
  const files = [...data.items].filter(({ kind }) => kind === 'file');
  return files.length <= 1;
}

/** The one file that was dropped, or what came instead. */
export function givenFile(data: DataTransfer | null): File | FileFault {
  const items = [...(data?.items ?? [])];
  const entries = items.filter(({ kind }) => kind === 'file').map(item => item.webkitGetAsEntry());
  if (entries.length === 1 && entries[0]?.isDirectory) return { code: 'folder' };
  const files = [...(data?.files ?? [])];
  if (files.length > 0) return oneOf(files);
  return {
    code: items.some(({ kind, type }) => kind === 'string' && type.startsWith('text/')) ? 'text' : 'not_a_file',
  };
}

/** The one file that was pasted, or the rows: as a file that holds them as they came. */
export function pastedFile(data: DataTransfer | null): File | FileFault {
  const rows = data?.getData('text/plain') ?? '';
  const files = [...(data?.files ?? [])];
  // Spreadsheets put a picture beside the cells that are copied.
  const isText = files.every(({ type }) => type.startsWith('image/')) && manyCells.test(rows.trim());
  return isText ? new File([rows], pastedName, { type: 'text/csv' }) : givenFile(data);
}

/** Whether a file was made of pasted rows. */
export function isPasted({ name }: File): boolean {
  return name === pastedName;
}

export function oneOf(files: readonly File[]): File | FileFault {
  const [file] = files;
  if (files.length > 1) return { code: 'several_files', count: files.length };
  return file ?? { code: 'not_a_file' };
}
