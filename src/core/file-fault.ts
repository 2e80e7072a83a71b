/** Why nothing that was dropped, pasted or chosen became the file. The one before stays. */
export type FileFault =
  | { readonly code: 'several_files'; readonly count: number }
  | { readonly code: 'folder' | 'not_a_file' | 'text' }
  /** The checks themselves failed: the fault of a definition, not of the file. */
  | { readonly code: 'unchecked_file'; readonly fileName: string };
