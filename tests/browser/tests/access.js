import assert from 'node:assert/strict';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import {test} from 'node:test';
import {open, problemsOf, soon} from '../browser.js';
import {kinds, pages, pagesOfType} from '../site.js';
import {expectNone} from './problems.js';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'];
// What colours can break. To judge it takes long: a page of each type has the colours of the others.
const ofColours = ['color-contrast', 'link-in-text-block'];
const withoutColours = {runOnly: tags,
  rules: Object.fromEntries(ofColours.map((rule) => [rule, {enabled: false}]))};
const coloursOnly = {runOnly: {type: 'rule', values: ofColours}};

async function violations(tab, options) {
  await tab.evaluate(axe);
  const found = await tab.evaluate(
      (given) => globalThis.axe.run(document, {...given, resultTypes: ['violations']}), options);
  return found.violations.flatMap(({id, nodes}) => nodes.slice(0, 3).map(
      (node) => `${id}: ${node.target.join(' ')} (${nodes.length}×): ` +
          node.failureSummary.split('\n').slice(1).join(' ').trim()));
}

test('axe finds nothing against any page', async () => {
  expectNone(await problemsOf(pages, {bypassCSP: true},
      (tab) => violations(tab, withoutColours)));
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe can read the text of every kind of page in ${colorScheme} colours`, async () => {
    expectNone(await problemsOf(kinds, {colorScheme, bypassCSP: true},
        (tab) => violations(tab, coloursOnly)));
  });
}

// What else a reader may have set, or do with a page.
const ways = {
  'in high contrast': {forcedColors: 'active', contrast: 'more'},
  'in high contrast on black': {forcedColors: 'active', colorScheme: 'dark'},
  'on 320 px': {viewport: {width: 320, height: 640}},
};
for (const [way, settings] of Object.entries(ways)) {
  test(`axe finds nothing against any kind of page ${way}`, async () => {
    expectNone(await problemsOf(kinds, {...settings, bypassCSP: true},
        (tab) => violations(tab, {runOnly: tags})));
  });
}

test('axe finds nothing against any kind of page on paper', async () => {
  expectNone(await problemsOf(kinds, {bypassCSP: true, colorScheme: 'dark'}, async (tab) => {
    await tab.emulateMedia({media: 'print'});
    const found = await violations(tab, {runOnly: tags});
    await tab.emulateMedia({media: 'screen'});
    return found;
  }));
});

test('what is read first stands first', async () => {
  expectNone(await problemsOf(kinds, {}, (tab) => tab.evaluate(() => {
    const tops = [...document.querySelectorAll('main :is(h1, h2)')]
        .map((heading) => ({top: heading.getBoundingClientRect().top, text: heading.textContent}));
    return tops.filter(({top}, at) => at > 0 && top < tops[at - 1].top)
        .map(({text}) => `"${text}" stands above what is read before it`);
  })));
});

test('a keyboard opens and closes the sections of a plan on a narrow page', async () => {
  const [file] = pagesOfType('plan');
  await open(file, {viewport: {width: 390, height: 844}}, async (tab) => {
    const sections = tab.locator('.sections');
    assert.equal(await sections.isVisible(), false);
    await tab.locator('#nav-open').focus();
    await tab.keyboard.press('Space');
    assert.equal(await sections.isVisible(), true);
    await tab.keyboard.press('Tab');
    assert.ok(await sections.evaluate((nav) => nav.contains(document.activeElement)));
    await tab.locator('#nav-open').press('Space');
    assert.equal(await sections.isVisible(), false);
  });
});

const skipLink = 'a[href="#main"]';
const isOnScreen = (tab) => tab.evaluate((selector) => {
  const link = document.querySelector(selector);
  const box = link.getBoundingClientRect();
  const style = getComputedStyle(link);
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return box.width > 10 && box.height > 10 && style.opacity !== '0' && link.contains(top);
}, skipLink);

test('the first key leads to a skip link, which shows and moves to the main content', async () => {
  expectNone(await problemsOf(kinds, {afresh: true}, async (tab) => {
    if (await tab.locator(skipLink).count() !== 1) return ['there is not one skip link'];
    const problems = [];
    if (await isOnScreen(tab)) problems.push('the skip link shows before it has the focus');
    await tab.keyboard.press('Tab');
    if (!await tab.locator(skipLink).evaluate((link) => link === document.activeElement)) {
      problems.push('the skip link is not the first stop');
    }
    if (!await soon(() => isOnScreen(tab))) {
      problems.push('the skip link does not show when it has the focus');
    }
    await tab.keyboard.press('Enter');
    if (!await soon(() => tab.url().endsWith('#main'))) problems.push('it does not lead to #main');
    await tab.keyboard.press('Tab');
    const skipped = await tab.evaluate(() => {
      const main = document.getElementById('main');
      return Boolean(main.compareDocumentPosition(document.activeElement) &
          (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING)) ||
          document.activeElement === document.body;
    });
    if (!skipped) problems.push('the next stop is before the main content');
    return problems;
  }));
});

test('every stop of the keyboard can be seen', async () => {
  expectNone(await problemsOf(kinds, {afresh: true}, async (tab) => {
    const problems = new Set();
    for (let stop = 0; stop < 25; stop++) {
      await tab.keyboard.press('Tab');
      const unseen = await tab.evaluate(() => {
        const element = document.activeElement;
        if (element === document.body) return undefined;
        const style = getComputedStyle(element);
        const shows = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) ||
            style.boxShadow !== 'none';
        return shows ? undefined : element.outerHTML.slice(0, 80);
      });
      if (unseen) problems.add(unseen);
    }
    return [...problems];
  }));
});
