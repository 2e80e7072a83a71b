import { nextFrame } from '@open-wc/testing';
import type { Context } from 'mocha';

/** What engines truly do in ways of their own, so that a person sees something else there. */
export const isFirefox = navigator.userAgent.includes('Firefox/');
export const isWebKit = !isFirefox && !navigator.userAgent.includes('Chrome/');

/** Firefox says that a key was pressed before the page has heard of it. */
export async function keysHeard(): Promise<void> {
  if (!isFirefox) return;
  await nextFrame();
  await nextFrame();
}

/** Leaves a test out aloud: what it is about cannot be here. */
export function leaveOut(test: Context, why: string): never {
  console.info(`LEFT OUT: ${test.test?.fullTitle() ?? ''}: ${why}`);
  test.skip();
}
