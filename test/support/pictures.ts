import { executeServerCommand } from '@web/test-runner-commands';

/** The upper left of the page. */
export interface PictureRequest {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

export type PictureResult =
  { readonly verdict: 'same' | 'stored' } | { readonly verdict: 'differs'; readonly why: string };

/** Takes a picture and compares it with the one that is stored, or stores it. */
export async function picture(request: PictureRequest): Promise<PictureResult> {
  return executeServerCommand<PictureResult, PictureRequest>('picture', request);
}

interface Machine {
  readonly browser: string;
  /** Widths of a sentence in the faces that the elements use: other fonts have others. */
  readonly fonts: readonly number[];
}

/** Whether pictures of this browser with these fonts can be compared with the stored ones. */
export async function isComparable(): Promise<boolean> {
  const machine: Machine = {
    browser: /Chrome\/\d+/.exec(navigator.userAgent)?.[0] ?? navigator.userAgent,
    fonts: fonts(),
  };
  const { comparable } = await executeServerCommand<{ comparable: boolean }, Machine>('picture-machine', machine);
  return comparable;
}

function fonts(): readonly number[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d')!;
  return ['system-ui', 'serif', 'ui-monospace, monospace'].map(face => {
    context.font = `600 14px ${face}`;
    return Math.round(context.measureText('Orders 0123456789 · 640 of 1,000 rejected').width * 100) / 100;
  });
}
