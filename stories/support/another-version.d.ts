/** The same code once more, as another version of it. */
declare module '*/define-batch-sync.js?older' {
  export function defineBatchSync(options: { readonly prefix: string }): void;
}
