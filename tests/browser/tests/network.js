import assert from 'node:assert/strict';
import {test} from 'node:test';
import {origin, problemsOf} from '../browser.js';
import {pages} from '../site.js';
import {expectNone} from './problems.js';

// Each page is opened once; what it asked for is kept for the second test.
const requests = [];

test('no page makes the browser complain, under the strictest content policy', async () => {
  expectNone(await problemsOf(pages, {}, async (tab, file) => {
    await tab.waitForLoadState('networkidle');
    requests.push(...tab.requests.map((url) => ({file, url})));
    return tab.complaints;
  }));
});

test('no request leaves the site', () => {
  const isOwn = (url) => url.startsWith(`${origin()}/`) || url.startsWith('data:');
  assert.ok(requests.length >= pages.length);
  expectNone(requests.filter(({url}) => !isOwn(url)).map(({file, url}) => `${file}: ${url}`));
});
