import { svg, type SVGTemplateResult } from 'lit';

/** What is drawn; a call each, so that a page gets no shape that nothing on it draws. */
export type Icon = () => SVGTemplateResult;

// Drawn for this library on a 16 px grid, in strokes that take the text's colour.
export const alert: Icon = () => svg`<circle cx="8" cy="8" r="5.8"/><path d="M8 5v3.6M8 10.8v.2"/>`;
export const ban: Icon = () => svg`<circle cx="8" cy="8" r="5.5"/><path d="m4.2 11.8 7.6-7.6"/>`;
export const check: Icon = () => svg`<path d="m3.5 8.5 3 3 6-7"/>`;
export const chevronDown: Icon = () => svg`<path d="m4 6.5 4 4 4-4"/>`;
export const chevronLeft: Icon = () => svg`<path d="m9.5 4-4 4 4 4"/>`;
export const chevronRight: Icon = () => svg`<path d="m6.5 4 4 4-4 4"/>`;
export const clock: Icon = () => svg`<circle cx="8" cy="8" r="5.8"/><path d="M8 5v3.2l2 1.3"/>`;
export const copy: Icon = () =>
  svg`<rect x="5.5" y="5.5" width="7.5" height="7.5" rx="1.5"/><path d="M3.5 10.2A1.2 1.2 0 0 1 3 9.2V4.4A1.4 1.4 0 0 1 4.4 3h4.8a1.2 1.2 0 0 1 1 .5"/>`;
export const cross: Icon = () => svg`<path d="m4 4 8 8M12 4l-8 8"/>`;
export const dot: Icon = () => svg`<circle cx="8" cy="8" r="2.5" fill="currentcolor"/>`;
export const download: Icon = () => svg`<path d="M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13h10"/>`;
export const external: Icon = () =>
  svg`<path d="M9.5 3H13v3.5M13 3 7.8 8.2M11.5 9.5v2.3a1.2 1.2 0 0 1-1.2 1.2H4.2A1.2 1.2 0 0 1 3 11.8V5.7a1.2 1.2 0 0 1 1.2-1.2h2.3"/>`;
export const file: Icon = () =>
  svg`<path d="M9 2H4.6A1.1 1.1 0 0 0 3.5 3.1v9.8A1.1 1.1 0 0 0 4.6 14h6.8a1.1 1.1 0 0 0 1.1-1.1V5.5z"/><path d="M9 2v3.5h3.5"/>`;
export const half: Icon = () =>
  svg`<circle cx="8" cy="8" r="5.8"/><path d="M8 2.2a5.8 5.8 0 0 0 0 11.6z" fill="currentcolor"/>`;
export const hourglass: Icon = () =>
  svg`<path d="M4.5 2.5h7M4.5 13.5h7M5.5 2.5v2.6L8 8l-2.5 2.9v2.6M10.5 2.5v2.6L8 8l2.5 2.9v2.6"/>`;
export const info: Icon = () => svg`<circle cx="8" cy="8" r="5.8"/><path d="M8 7.5v3.2M8 5.2v.2"/>`;
export const lock: Icon = () =>
  svg`<rect x="3.5" y="7" width="9" height="6.5" rx="1.2"/><path d="M5.5 7V5.2a2.5 2.5 0 0 1 5 0V7"/>`;
export const more: Icon = () => svg`<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.2"/>`;
export const person: Icon = () => svg`<circle cx="8" cy="5.4" r="2.6"/><path d="M3 13.4a5 5 0 0 1 10 0"/>`;
export const plus: Icon = () => svg`<path d="M8 3v10M3 8h10"/>`;
export const progress: Icon = () =>
  svg`<path d="M8 2.2a5.8 5.8 0 1 0 5.8 5.8"/><path d="M8 2.2A5.8 5.8 0 0 1 13.8 8" opacity=".35"/>`;
export const search: Icon = () => svg`<circle cx="7" cy="7" r="4.2"/><path d="m10.2 10.2 3.3 3.3"/>`;
export const settings: Icon = () =>
  svg`<path d="M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6"/><circle cx="10" cy="4.5" r="1.6"/><circle cx="6" cy="11.5" r="1.6"/>`;
export const sortAscending: Icon = () => svg`<path d="M8 12.5v-9M4.8 6.5 8 3.3l3.2 3.2"/>`;
export const sortDescending: Icon = () => svg`<path d="M8 3.5v9M4.8 9.5 8 12.7l3.2-3.2"/>`;
export const sortNone: Icon = () => svg`<path d="m5.3 6.2 2.7-2.7 2.7 2.7M5.3 9.8 8 12.5l2.7-2.7"/>`;
export const sync: Icon = () =>
  svg`<path d="M13 6.5A5.3 5.3 0 0 0 3.6 5M3 9.5A5.3 5.3 0 0 0 12.4 11"/><path d="M3.2 2.6V5.2h2.6M12.8 13.4v-2.6h-2.6"/>`;
export const trash: Icon = () =>
  svg`<path d="M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8a1 1 0 0 0 1 .9h3.8a1 1 0 0 0 1-.9l.6-8"/>`;
export const undo: Icon = () => svg`<path d="M3.5 6h6a3.5 3.5 0 0 1 0 7H6.5M6.3 3.2 3.5 6l2.8 2.8"/>`;
export const upload: Icon = () => svg`<path d="M8 10.5V3M4.8 6 8 2.8 11.2 6M3 13h10"/>`;
export const warning: Icon = () => svg`<path d="M8 2.8 14 13H2z"/><path d="M8 6.8v2.8M8 11.3v.1"/>`;
