// Without comfort: no JavaScript, no server.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {open, problemsOf} from '../browser.js';
import {pages, pagesOfType} from '../site.js';
import {expectNone} from './problems.js';

// What a reader gets: the heading, and how much of the main content shows.
const readable = () => ({
  heading: document.querySelector('h1')?.innerText,
  rows: [...document.querySelectorAll('main tr, main li')].filter(
      (row) => row.getClientRects().length > 0).length,
  figures: [...document.querySelectorAll('main [data-value]')].filter(
      (element) => element.getClientRects().length > 0).length,
  height: Math.min(100, document.getElementById('main').getBoundingClientRect().height),
});

test('every page says the same without JavaScript', async () => {
  const scripted = new Map();
  await problemsOf(pages, {}, async (tab, file) => {
    scripted.set(file, await tab.evaluate(readable));
    return [];
  });
  expectNone(await problemsOf(pages, {javaScriptEnabled: false}, async (tab, file) => {
    const [plain, full] = [await tab.evaluate(readable), scripted.get(file)];
    if (!plain.heading || plain.height < 100) return ['its main content does not show'];
    return Object.keys(full).filter((name) => plain[name] !== full[name])
        .map((name) => `${name} is ${plain[name]}, with JavaScript ${full[name]}`);
  }));
});

test('every page works by double-click from a folder', async () => {
  expectNone(await problemsOf(pages, {file: true}, async (tab) => {
    const size = await tab.evaluate(() => getComputedStyle(document.body).fontSize);
    const styled = size === '16px' ? [] : [`its text has ${size}`];
    const foreign = tab.requests.filter((url) => !/^(file|data):/.test(url));
    return [...tab.complaints, ...styled, ...foreign];
  }));
});

test('a table can be sorted when it is opened from a folder', async () => {
  const [file] = pagesOfType('table');
  assert.ok(file, 'the site has no task table');
  await open(file, {file: true}, async (tab) => {
    const header = tab.locator('table.sortable th[data-measure]').first();
    await header.locator('button').click({timeout: 2000});
    assert.match(await header.getAttribute('aria-sort') ?? '', /^(ascending|descending)$/);
  });
});
