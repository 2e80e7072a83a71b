/**
 * Which tasks go into a file. `filtered`: those that are listed, on every page; `upload`: the failed ones in the shape
 * of an upload.
 */
export type DownloadScope = 'all' | 'filtered' | 'accepted' | 'failed' | 'queued' | 'upload';
