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

// A window of 1280 px at 200% is as wide as one of 640 px, and at 400% as one of 320 px.
const widths = {'no page scrolls sideways at 390 px': 390,
  'a page can be zoomed to 400% and be read without scrolling sideways': 320,
  'a page can be zoomed to 200% and be read without scrolling sideways': 640};

// Each page is opened once, and made narrow and narrower.
const findings = new Map();

async function measure() {
  for (const width of Object.values(widths)) findings.set(width, []);
  await problemsOf(pages, {}, async (tab, file) => {
    for (const [width, found] of findings) {
      await tab.setViewportSize({width, height: 800});
      found.push(...(await tab.evaluate(tooWide)).map((problem) => `${file}: ${problem}`));
    }
    return [];
  });
}

for (const [sentence, width] of Object.entries(widths)) {
  test(sentence, async () => {
    if (findings.size === 0) await measure();
    expectNone(findings.get(width));
  });
}
