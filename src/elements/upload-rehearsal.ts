import { render } from 'lit';
import { sampleCsv, validateText } from '../core/index.js';
import type { BatchDefinition } from '../core/definition.js';
import { rehearsal } from '../ui/upload-rehearsal.js';
import type { Words } from '../words/index.js';

/**
 * Judges and draws a small file where nobody sees it, in pieces: what runs for the first time when a person's file
 * comes would keep them waiting, and while they look for it the page has nothing else to do.
 */
export function* rehearse(definition: BatchDefinition, words: Words): Generator<void> {
  const { columns } = definition;
  const empty = `${columns.map(() => '').join(',')}\r\n`;
  const spaced = `${columns.map(({ example }) => ` ${example}`).join(',')}\r\n`;
  try {
    const report = validateText(`${sampleCsv(definition)}${spaced}${empty}`, definition);
    yield;
    for (const template of rehearsal(report, words)) {
      render(template, document.createElement('div'));
      yield;
    }
  } catch {
    // A definition that is at fault says so of a file, where a person is told.
  }
}
