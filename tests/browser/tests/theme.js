// The choice between the colours of the system, light and dark ones.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {open, origin, problemsOf} from '../browser.js';
import {kinds, pagesOfType} from '../site.js';
import {expectNone} from './problems.js';

const theSwitch = (tab) => tab.getByLabel('外观');
const coloursOf = (tab) => tab.evaluate(() => {
  const style = getComputedStyle(document.documentElement);
  const names = ['paper', 'tint', 'line', 'strong-line', 'ink', 'quiet', 'accent', 'link', 'track',
    'fill', 'marked', 'halo', 'met', 'unmet', 'unmet-side', 'focus', 'behind', 'heat', 'on-pace'];
  return [style.colorScheme, getComputedStyle(document.body).backgroundColor,
    ...names.map((name) => `${name}: ${style.getPropertyValue(`--${name}`).trim()}`)];
});
const coloursIn = (colorScheme) => open('index.html', {colorScheme}, coloursOf);

test('every kind of page offers the colours of the system, light and dark ones', async () => {
  expectNone(await problemsOf(kinds, {}, async (tab) => {
    const offered = await theSwitch(tab).locator('option').allInnerTexts();
    const [first] = await theSwitch(tab).locator('option:checked').allInnerTexts();
    return String(offered) === '跟随系统,浅色,深色' && first === '跟随系统' ? [] : [`${offered}`];
  }));
});

test('who chooses has the same colours as who has set the system so', async () => {
  const light = await coloursIn('light');
  const dark = await coloursIn('dark');
  assert.notDeepEqual(light, dark);
  await open('index.html', {colorScheme: 'light'}, async (tab) => {
    await theSwitch(tab).selectOption('dark');
    assert.deepEqual(await coloursOf(tab), dark);
  });
  await open('index.html', {colorScheme: 'dark'}, async (tab) => {
    await theSwitch(tab).selectOption('light');
    assert.deepEqual(await coloursOf(tab), light);
    await theSwitch(tab).selectOption('system');
    assert.deepEqual(await coloursOf(tab), dark);
  });
});

for (const [place, settings] of Object.entries({server: {}, folder: {file: true}})) {
  test(`the choice stays on the next page and the next day, from a ${place}`, async () => {
    const [plan] = pagesOfType('plan');
    await open('index.html', {colorScheme: 'light', ...settings}, async (tab) => {
      await theSwitch(tab).selectOption('dark');
      await tab.show(plan);
      assert.equal(await theSwitch(tab).inputValue(), 'dark');
      assert.equal(await tab.evaluate(() => document.documentElement.dataset.theme), 'dark');
      await theSwitch(tab).selectOption('system');
      await tab.reload();
      assert.equal(await theSwitch(tab).inputValue(), 'system');
      assert.equal(await tab.evaluate(() => document.documentElement.dataset.theme), undefined);
    });
  });
}

test('a page never shows in other colours first', async () => {
  await open('index.html', {colorScheme: 'light'}, async (tab) => {
    await theSwitch(tab).selectOption('dark');
    await tab.addInitScript(() => {
      new MutationObserver((changes, observer) => {
        if (!document.body) return;
        globalThis.themeAtFirst = document.documentElement.dataset.theme;
        observer.disconnect();
      }).observe(document, {childList: true, subtree: true});
    });
    await tab.reload();
    assert.equal(await tab.evaluate(() => globalThis.themeAtFirst), 'dark');
  });
});

test('other pages that are open follow', async () => {
  await open('index.html', {colorScheme: 'light'}, async (tab) => {
    const other = await tab.context().newPage();
    await other.goto(`${origin()}/topics.html`);
    await theSwitch(tab).selectOption('dark');
    await other.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    assert.equal(await theSwitch(other).inputValue(), 'dark');
  });
});

test('whoever chose dark colours prints on white paper', async () => {
  await open('index.html', {colorScheme: 'dark'}, async (tab) => {
    await theSwitch(tab).selectOption('dark');
    await tab.emulateMedia({media: 'print'});
    const [, paper] = await coloursOf(tab);
    assert.equal(paper, 'rgb(255, 255, 255)');
  });
});

test('without JavaScript there is no switch, and no place for one', async () => {
  await open('index.html', {javaScriptEnabled: false, colorScheme: 'dark'}, async (tab) => {
    assert.equal(await tab.locator('.theme').count(), 0);
    assert.equal(await tab.getByText('跟随系统').count(), 0);
  });
});
