import {test} from 'node:test';
import {problemsOf} from '../browser.js';
import {pages} from '../site.js';
import {expectNone} from './problems.js';

// Says what sticks out on the right of a page that scrolls sideways.
function tooWide() {
  const {scrollWidth} = document.documentElement;
  if (scrollWidth <= innerWidth) return [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const out = [];
  for (let text; (text = texts.nextNode());) {
    range.selectNodeContents(text);
    const isFramed = text.parentElement.closest('.scroll') !== null;
    const {right} = range.getBoundingClientRect();
    if (!isFramed && right > innerWidth + 0.5) out.push(text.data.trim());
  }
  const boxes = [...document.body.querySelectorAll(':not(.scroll *)')].filter((element) =>
    element.getBoundingClientRect().right > innerWidth + 0.5 && element.children.length === 0);
  const found = [...out, ...boxes.map((element) => element.outerHTML.slice(0, 80))].filter(Boolean);
  return [`is ${scrollWidth} px wide: ${found.slice(0, 3).join(' | ')}`];
}

for (const width of [390, 320]) {
  test(`no page scrolls sideways at ${width} px`, async () => {
    expectNone(await problemsOf(pages, {viewport: {width, height: 800}},
        (tab) => tab.evaluate(tooWide)));
  });
}

test('a page can be zoomed to 200% and be read without scrolling sideways', async () => {
  // A window of 1280 px at 200% is one of 640 px at double density.
  expectNone(await problemsOf(pages, {viewport: {width: 640, height: 400}, deviceScaleFactor: 2},
      (tab) => tab.evaluate(tooWide)));
});
