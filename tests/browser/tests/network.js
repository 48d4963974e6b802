import assert from 'node:assert/strict';
import {test} from 'node:test';
import {origin, problemsOf} from '../browser.js';
import {pages, typeOf} from '../site.js';
import {expectNone} from './problems.js';

test('the pages under test are of every kind', () => {
  const kinds = ['portal', 'search', 'topics', 'changes', 'publisher', 'plan', 'units', 'unit', 'targets', 'target', 'document', 'table',
    'reports', 'report', 'correction', 'ledger', 'calendar', 'not-found'];
  const found = new Set(pages.map(typeOf));
  expectNone(kinds.filter((kind) => !found.has(kind)).map((kind) => `no page is a ${kind}`));
});

// Each page is opened once; what it asked for is kept for the second test.
const requests = [];

test('no page makes the browser complain, under the strictest content policy', async () => {
  expectNone(await problemsOf(pages, {}, async (tab, file) => {
    await tab.waitForTimeout(100);
    requests.push(...tab.requests.map((url) => ({file, url})));
    return tab.complaints;
  }));
});

test('no request leaves the site', () => {
  const isOwn = (url) => url.startsWith(`${origin()}/`) || url.startsWith('data:');
  assert.ok(requests.length >= pages.length);
  expectNone(requests.filter(({url}) => !isOwn(url)).map(({file, url}) => `${file}: ${url}`));
});
