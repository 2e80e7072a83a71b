import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { DetailBackend, DetailPage } from '../support/detail-page.js';
import { hasDevtools } from '../support/devtools.js';
import { leaveOut } from '../support/engine.js';
import { backend } from '../support/table-data.js';
import { TablePage } from '../support/table-page.js';

const forceColours = (forced: boolean) => executeServerCommand('force-colours', forced);

/** What is left of an element's look where the system draws all colours, and neither shadows nor our backgrounds. */
function lookOf(element: Element): string {
  const { outlineStyle, outlineWidth, outlineColor, borderStyle, borderWidth, borderColor, ...style } =
    getComputedStyle(element);
  const outline = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
  const border = borderStyle === 'none' ? '' : `${borderStyle} ${borderWidth} ${borderColor}`;
  const { color, backgroundColor, backgroundImage, textDecorationLine, fontWeight } = style;
  return [outline, border, color, backgroundColor, backgroundImage, textDecorationLine, fontWeight].join('; ');
}

/** An element with what is in it, and what is around it. */
function sightOf(element: Element): string {
  const around = [];
  for (let each: Element | null = element; each; each = each.parentElement) around.push(lookOf(each));
  const inside = [...element.querySelectorAll('*')].map(lookOf);
  const shapes = [...element.querySelectorAll('svg')].map(svg => svg.outerHTML);
  return [...around, ...inside, ...shapes, element.textContent].join('\n');
}

function shapeOf(badge: Element): string {
  return badge.querySelector('svg')!.innerHTML.replaceAll(/<!--.*?-->/g, '');
}

describe('in colours that a person chose for all pages', function () {
  before(async function () {
    if (!hasDevtools) leaveOut(this, 'only Chromium can be told to force colours');
    await forceColours(true);
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
  });

  after(async () => {
    if (hasDevtools) await forceColours(false);
  });

  it('each status has a word, a shape of its own and an edge', async () => {
    const page = await TablePage.ready(backend().adapter);
    const badges = [...page.root.querySelectorAll<HTMLElement>('tbody [part~="status"]')];
    const shapes = new Map(badges.map(badge => [badge.textContent.trim(), shapeOf(badge)]));
    expect(shapes.size).to.be.greaterThan(3);
    expect(new Set(shapes.values()).size).to.equal(shapes.size);
    expect([...shapes.keys()]).to.not.include('');
    for (const badge of badges) expect(getComputedStyle(badge).borderStyle).to.equal('solid');
  });

  it('what was accepted, what was rejected and what is still to come are three', async () => {
    const page = await TablePage.ready(backend().adapter);
    const rejected = page.part('progress-rejected')!;
    const bar = rejected.closest('[part~="progress"]')!;
    const fills = [bar.querySelector('[part~="progress-accepted"]')!, rejected, bar].map(each => {
      const { backgroundColor, backgroundImage } = getComputedStyle(each);
      return `${backgroundColor} ${backgroundImage}`;
    });
    expect(new Set(fills).size).to.equal(3);
  });

  it('where the focus is can be seen, on the way through a whole table and a whole batch', async function () {
    // A hundred keys, each a way to the browser and back.
    this.timeout(40_000);
    for (const open of [
      async () => (await TablePage.ready(backend(4).adapter)).root,
      async () => (await DetailPage.open(new DetailBackend())).root,
    ]) {
      const root = await open();
      const start = document.createElement('button');
      root.host.before(start);
      start.focus();
      const passed = new Map<Element, string>();
      for (let last: Element | null = null; ;) {
        await sendKeys({ press: 'Tab' });
        const { activeElement } = root;
        if (last) expect(sightOf(last), `${last.outerHTML} with the focus`).to.not.equal(passed.get(last));
        if (!activeElement || passed.has(activeElement)) break;
        passed.set(activeElement, sightOf(activeElement));
        last = activeElement;
      }
      expect(passed.size).to.be.greaterThan(8);
    }
  });

  it('what is chosen in a table can be seen', async () => {
    const page = await TablePage.ready(backend().adapter);
    for (const control of [page.cards[1]!, page.matchCase]) {
      const isOn = () => control.ariaPressed ?? control.ariaChecked;
      const [before, was] = [sightOf(control), isOn()];
      control.click();
      await page.until(() => isOn() !== was, 'the choice');
      expect(sightOf(control), control.outerHTML).to.not.equal(before);
    }
  });

  it('what the tasks of a batch are narrowed to can be seen', async () => {
    const page = await DetailPage.open(new DetailBackend());
    const choices = page.all('[aria-pressed="false"]');
    expect(choices.length).to.be.greaterThan(3);
    for (const control of choices) {
      const before = sightOf(control);
      control.click();
      await page.until(() => control.ariaPressed === 'true', 'the choice');
      expect(sightOf(control), control.outerHTML).to.not.equal(before);
    }
  });

  it('what cannot be pressed is told by the colour of what is disabled', async () => {
    const page = await TablePage.ready(backend().adapter);
    const probe = document.createElement('span');
    probe.style.color = 'GrayText';
    page.element.after(probe);
    const blocked = [...page.root.querySelectorAll('[data-act="gateway-sync"][aria-disabled="true"]')];
    expect(blocked.length).to.be.greaterThan(0);
    for (const each of blocked) expect(getComputedStyle(each).color).to.equal(getComputedStyle(probe).color);
  });
});
