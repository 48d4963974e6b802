import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {test} from 'node:test';
import {open, problemsOf} from '../browser.js';
import {files, folder, htmlFiles, read} from '../site.js';
import {expectNone} from './problems.js';

const line = /<p class="freshness">(.*?)<\/p>/g;
const textOf = (html) => html.replace(/<[^>]*>/g, '');
const withData = htmlFiles.filter((file) => file !== '404.html');
const freshnessOf = (file) => textOf(read(file).match(line)?.[0] ?? '');

test('every page says of which day its data are, once', () => {
  expectNone(withData.flatMap((file) => {
    const lines = read(file).match(line) ?? [];
    if (lines.length !== 1) return [`${file}: ${lines.length} lines`];
    // Some plans of the example come from sources that name no day at all: their pages say so.
    return /\d{4}年\d+月\d+日(印发|，|。)|文件没有注明印发日期。/.test(textOf(lines[0])) ? [] : [`${file}: ${textOf(lines[0])}`];
  }));
  assert.equal(read('404.html').match(line), null);
});

test('the page of a report and the pages that it reaches name its day and when it came in', () => {
  const said = '数据截至2018年10月31日，2018年11月5日收到';
  const reached = ['haidian/2018/reports/2018-10-31.html', 'haidian/2018/units/index.html',
    'haidian/2018/tables/allocation.html', 'haidian/2018/units/wanshoulu.html', 'haidian/2018/units/construction.html'];
  expectNone(reached.filter((file) => !freshnessOf(file).startsWith(said)).map((file) => `${file}: ${freshnessOf(file)}`));
});

test('the date of each page stands on the screen and on paper', async () => {
  const few = ['index.html', 'changes.html', 'haidian/2018/index.html', 'haidian/2018/documents/notice.html'];
  for (const media of ['screen', 'print']) {
    expectNone(await problemsOf(few, {}, async (tab) => {
      await tab.emulateMedia({media});
      return await tab.isVisible('.freshness') ? [] : [`not visible: ${media}`];
    }));
  }
});

test('every page leads to the feed and to the page of changes', () => {
  expectNone(withData.flatMap((file) => {
    const up = '../'.repeat(file.split('/').length - 1);
    const wanted = [`<link rel="alternate" type="application/atom+xml" title="更新记录" href="${up}feed.xml"/>`,
      `href="${up}changes.html"`];
    return wanted.filter((one) => !read(file).includes(one)).map((one) => `${file}: ${one}`);
  }));
});

test('changes are listed with the newest first, each under the day that it came in', async () => {
  await open('changes.html', {}, async (tab) => {
    const days = await tab.$$eval('.update-day time', (all) => all.map((one) => one.dateTime));
    assert.ok(days.length > 10);
    assert.deepEqual(days, [...new Set(days)].sort().reverse());
    const report = tab.locator('.update-day', {has: tab.locator('[datetime="2018-11-05"]')});
    assert.match(await report.innerText(), /月报\s+截至2018年10月31日的月报/);
  });
});

test('the feed is XML, and each entry has what Atom asks for and leads to a page', async () => {
  execFileSync('xmllint', ['--noout', path.join(folder, 'feed.xml')]);
  const entries = await open('index.html', {}, (tab) => tab.evaluate((text) => {
    const feed = new DOMParser().parseFromString(text, 'application/xml').documentElement;
    const fields = (of) => Object.fromEntries(['id', 'title', 'updated'].map((name) =>
      [name, [...of.children].filter((one) => one.localName === name).map((one) => one.textContent)]));
    return [feed, ...feed.getElementsByTagName('entry')].map((one) => ({...fields(one),
      link: one.querySelector(':scope > link[rel=alternate]')?.getAttribute('href'),
      author: one.querySelector(':scope > author > name')?.textContent}));
  }, read('feed.xml')));
  assert.ok(entries.length > 10 && entries.length <= 51);
  for (const {id, title, updated, link, author} of entries) {
    assert.equal(id.length, 1);
    assert.match(id[0], /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.ok(title.length === 1 && title[0] !== '' && author);
    assert.equal(updated.length, 1);
    assert.match(updated[0], /^\d{4}-\d\d-\d\dT00:00:00\+08:00$/);
    assert.ok(files.includes(link), link);
  }
  const [feed, ...rest] = entries;
  assert.equal(new Set(entries.map((one) => one.id[0])).size, entries.length);
  const dates = rest.map((one) => one.updated[0]);
  assert.deepEqual(dates, [...dates].sort().reverse());
  assert.equal(feed.updated[0], dates[0]);
});
