/** How a criterion of WCAG 2.2 is met, and how that is known. */
export interface Criterion {
  readonly number: string;
  readonly name: string;
  readonly level: 'A' | 'AA';
  /** `page`: the host's page decides it. `none`: nothing of the kind is there. */
  readonly met: 'yes' | 'page' | 'none';
  readonly how: string;
  /** What tests it: files beneath `test/`, `axe` for the rules that judge every story, or `by eye`. */
  readonly tested: readonly string[];
}

/** Every story, in every theme, both directions and on 320 pixels. */
const axe = 'axe';
const eye = 'by eye';

type Line = readonly [number: string, name: string, level: Criterion['level'], how: string, ...tested: string[]];

function lines(met: Criterion['met'], of: readonly Line[]): readonly Criterion[] {
  return of.map(([number, name, level, how, ...tested]) => ({ number, name, level, met, how, tested }));
}

const yes = lines('yes', [
  [
    '1.1.1',
    'Non-text Content',
    'A',
    'Icons stand beside their words and are hidden from readers; a button with only an icon has a name.',
    axe,
  ],
  [
    '1.3.1',
    'Info and Relationships',
    'A',
    'Real tables with headings, labelled fields, headings in the page’s outline; roles are written out where rows become cards.',
    axe,
    'elements/table.test.ts',
    'elements/table-layout.test.ts',
  ],
  [
    '1.3.2',
    'Meaningful Sequence',
    'A',
    'What is read is in the order of what is seen; nothing is moved by style alone.',
    'elements/upload-keyboard.test.ts',
    eye,
  ],
  ['1.3.3', 'Sensory Characteristics', 'A', 'Texts name things by their words, never by place or colour.', eye],
  ['1.3.4', 'Orientation', 'AA', 'Nothing asks for an orientation; layout follows the width of the container.', eye],
  [
    '1.4.1',
    'Use of Color',
    'A',
    'A status has an icon of its own shape and a word; an error has its text.',
    'elements/forced-colours.test.ts',
    eye,
  ],
  ['1.4.3', 'Contrast (Minimum)', 'AA', 'Text at 4.5 : 1 and more in every theme.', axe],
  ['1.4.4', 'Resize Text', 'AA', 'Sizes are in em of the page’s own; at 200 % nothing is lost.', eye],
  ['1.4.5', 'Images of Text', 'AA', 'Text is text.', axe],
  [
    '1.4.10',
    'Reflow',
    'AA',
    'At 320 pixels, which is 400 % of 1280, rows become cards and nothing is scrolled sideways but a file’s own cells.',
    axe,
    'elements/table-layout.test.ts',
  ],
  [
    '1.4.11',
    'Non-text Contrast',
    'AA',
    'Outlines of fields and buttons, the ring of the focus and the segments of progress at 3 : 1 and more.',
    'themes/contrast.test.ts',
    eye,
  ],
  ['1.4.12', 'Text Spacing', 'AA', 'No height is fixed around text.', eye],
  [
    '1.4.13',
    'Content on Hover or Focus',
    'AA',
    'What a menu or a filter opens stays until it is left, and Escape closes it.',
    'elements/table-filters.test.ts',
    'elements/table-columns.test.ts',
  ],
  [
    '2.1.1',
    'Keyboard',
    'A',
    'Everything by keys, from opening the upload to the batch that was sent.',
    'elements/upload-keyboard.test.ts',
    'elements/table.test.ts',
  ],
  [
    '2.1.2',
    'No Keyboard Trap',
    'A',
    'A dialog is left by Escape; where work would be lost it asks, and Escape answers that, too.',
    'elements/upload-keyboard.test.ts',
    'elements/upload.test.ts',
  ],
  [
    '2.2.1',
    'Timing Adjustable',
    'A',
    'Nothing ends by time; a session that does keeps the file and what was entered.',
    'elements/upload-sending.test.ts',
  ],
  [
    '2.2.2',
    'Pause, Stop, Hide',
    'A',
    'Skeletons stand still under reduced motion; rows change in place, and never under the focus.',
    'elements/table.test.ts',
    eye,
  ],
  ['2.3.1', 'Three Flashes or Below Threshold', 'A', 'Nothing flashes.', eye],
  [
    '2.4.3',
    'Focus Order',
    'A',
    'A dialog takes the focus and gives it back; opening a batch and coming back keeps the row.',
    'elements/journey.test.ts',
    'elements/upload-keyboard.test.ts',
  ],
  ['2.4.4', 'Link Purpose (In Context)', 'A', 'A link is the file’s name; the buttons of a row name the file.', axe],
  [
    '2.4.6',
    'Headings and Labels',
    'AA',
    'Each widget has a heading whose level the host says; each field a label that is seen.',
    axe,
  ],
  [
    '2.4.7',
    'Focus Visible',
    'AA',
    'A ring of its own token around whatever has the focus.',
    'elements/forced-colours.test.ts',
    eye,
  ],
  [
    '2.4.11',
    'Focus Not Obscured (Minimum)',
    'AA',
    'The sticky headings stop where the host says, and what gets the focus is scrolled clear of them.',
    'elements/table-layout.test.ts',
    eye,
  ],
  ['2.5.1', 'Pointer Gestures', 'A', 'One press for everything; dropping a file has a button beside it.', eye],
  ['2.5.2', 'Pointer Cancellation', 'A', 'Native buttons act when they are let go.', eye],
  ['2.5.3', 'Label in Name', 'A', 'A name begins with the words that are seen.', axe],
  [
    '2.5.7',
    'Dragging Movements',
    'AA',
    'A file is chosen or pasted as well as dropped; columns are moved by buttons.',
    'elements/upload-files.test.ts',
    'elements/table-columns.test.ts',
  ],
  ['2.5.8', 'Target Size (Minimum)', 'AA', '24 pixels and more, or as much room around it.', axe],
  ['3.2.1', 'On Focus', 'A', 'The focus alone changes nothing.', 'elements/upload-keyboard.test.ts'],
  [
    '3.2.2',
    'On Input',
    'A',
    'Typing searches, and says how much was found; nothing is sent, and the focus stays.',
    'elements/table.test.ts',
  ],
  [
    '3.2.3',
    'Consistent Navigation',
    'AA',
    'Search, filters and pager have one place, in the list and among a batch’s tasks.',
    eye,
  ],
  ['3.2.4', 'Consistent Identification', 'AA', 'One word and one icon for one thing, from one catalogue.', eye],
  [
    '3.3.1',
    'Error Identification',
    'A',
    'Each issue in words, with row, line and column, and a summary that takes the focus.',
    'elements/upload-review.test.ts',
    'core/issue-codes.test.ts',
  ],
  [
    '3.3.2',
    'Labels or Instructions',
    'A',
    'The columns and what each must hold stand beside the place for the file, with a sample.',
    'elements/upload.test.ts',
  ],
  [
    '3.3.3',
    'Error Suggestion',
    'AA',
    'What can be fixed by one press is offered, with a look at what it changes.',
    'elements/upload-review.test.ts',
  ],
  [
    '3.3.4',
    'Error Prevention (Legal, Financial, Data)',
    'AA',
    'A file is checked, reviewed and then sent; whatever cannot be undone asks first.',
    'elements/upload-review.test.ts',
    'elements/detail-acts.test.ts',
  ],
  [
    '3.3.7',
    'Redundant Entry',
    'A',
    'File, description and edits are kept through every failure, and on the way back.',
    'elements/upload-sending.test.ts',
    'elements/upload.test.ts',
  ],
  [
    '4.1.2',
    'Name, Role, Value',
    'A',
    'Native elements; ARIA only where HTML has no word.',
    axe,
    'elements/table.test.ts',
  ],
  [
    '4.1.3',
    'Status Messages',
    'AA',
    'One polite region for each widget and one in each dialog, there before it is filled; progress is told at quarters.',
    'state/announcer.test.ts',
    'elements/table.test.ts',
    'elements/detail-acts.test.ts',
  ],
]);

const ofThePage = lines('page', [
  [
    '2.4.1',
    'Bypass Blocks',
    'A',
    'The headings of the widgets are in the page’s outline; skip links are the page’s.',
    axe,
  ],
  ['2.4.2', 'Page Titled', 'A', 'The page’s own title.'],
  [
    '2.4.5',
    'Multiple Ways',
    'AA',
    'A batch is reached from the list, by search, by an order’s ID and by its address.',
    'elements/table-find.test.ts',
  ],
  ['3.1.1', 'Language of Page', 'A', 'The page’s own; the widgets follow it.', 'elements/define.test.ts'],
  ['3.1.2', 'Language of Parts', 'AA', 'A widget whose locale is another one says so by `lang`.', axe],
  [
    '3.2.6',
    'Consistent Help',
    'A',
    'A slot for help is in each widget; a request ID to quote stands beside each failure.',
  ],
  ['3.3.8', 'Accessible Authentication (Minimum)', 'AA', 'Signing in is the page’s; the widgets ask it for a token.'],
]);

const none = lines('none', [
  ['1.2.1', 'Audio-only and Video-only (Prerecorded)', 'A', 'No audio and no video.'],
  ['1.2.2', 'Captions (Prerecorded)', 'A', 'No audio and no video.'],
  ['1.2.3', 'Audio Description or Media Alternative (Prerecorded)', 'A', 'No audio and no video.'],
  ['1.2.4', 'Captions (Live)', 'AA', 'No audio and no video.'],
  ['1.2.5', 'Audio Description (Prerecorded)', 'AA', 'No audio and no video.'],
  ['1.3.5', 'Identify Input Purpose', 'AA', 'No field asks about the person.'],
  ['1.4.2', 'Audio Control', 'A', 'No sound.'],
  ['2.1.4', 'Character Key Shortcuts', 'A', 'No key of its own.'],
  ['2.5.4', 'Motion Actuation', 'A', 'Nothing is moved by moving the device.'],
]);

/** WCAG 2.2, levels A and AA, one by one. */
export const criteria: readonly Criterion[] = [...yes, ...ofThePage, ...none].sort((one, other) =>
  one.number.localeCompare(other.number, 'en', { numeric: true }),
);
