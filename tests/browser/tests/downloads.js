// Files to download: each is there, as large as its page says, and reads as what it is.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {open} from '../browser.js';
import {lookInto} from '../parsed.js';
import {files, folder, htmlFiles, pagesOfType, read} from '../site.js';
import {expectNone} from './problems.js';

const offered = ['plan', 'table', 'text-table', 'unit', 'report', 'correction'];
const bytes = (file) => fs.readFileSync(path.join(folder, file));

// The links of each page, "haidian/2018/units/x.csv" with what is said of it.
async function links() {
  const pages = await lookInto(htmlFiles, (page) =>
    [...page.querySelectorAll('.downloads a')].map((a) => ({
      url: a.getAttribute('href'), name: a.getAttribute('download'), bytes: a.dataset.bytes,
      kind: a.querySelector('.format').textContent,
      size: a.parentElement.querySelector('.count').textContent})));
  return [...pages].flatMap(([page, all]) => all.map((link) => (
    {...link, page, file: path.join(path.dirname(page), link.url)})));
}

// "7 KB" for 6123.
function sizeText(size) {
  const thousands = Math.max(1, Math.ceil(size / 1000));
  return thousands < 1000 ? `${thousands} KB` : `${(Math.ceil(size / 1e5) / 10).toFixed(1)} MB`;
}

test('every download is there, of the kind and size that its page says', async () => {
  const all = await links();
  assert.ok(all.length > 0, 'no page offers a download');
  expectNone(all.flatMap(({page, file, kind, name, size, bytes: said}) => {
    if (!files.includes(file)) return [`${page}: ${file} is not there`];
    const there = fs.statSync(path.join(folder, file)).size;
    const problems = [];
    if (String(there) !== said || sizeText(there) !== size)
      problems.push(`${page}: ${file} has ${there} bytes, said ${said}, ${size}`);
    for (const one of [file, name]) {
      if (!one.endsWith(`.${kind.toLowerCase()}`)) problems.push(`${page}: ${one} is no ${kind}`);
    }
    return problems;
  }));
});

test('every page with data offers its files, and every file is offered', async () => {
  const all = await links();
  const pages = new Set(all.map(({page}) => page));
  expectNone(pagesOfType(...offered).filter((page) => !pages.has(page))
      .map((page) => `${page} offers nothing`));
  const linked = new Set(all.map(({file}) => file));
  expectNone(files.filter((file) => /\.(xlsx|csv|json)$/.test(file) && !linked.has(file))
      .map((file) => `${file} is not linked`));
});

test('every download reads as what it is', async () => {
  expectNone((await links()).flatMap(({file}) => {
    const start = bytes(file).subarray(0, 4);
    if (file.endsWith('.xlsx')) return start.toString('latin1') === 'PK\x03\x04' ? [] : [file];
    if (file.endsWith('.csv')) {
      const text = read(file);
      const formulas = text.split('\r\n').filter((line) => /(^|,)[=+@]/.test(line));
      return start.subarray(0, 3).equals(Buffer.from([0xEF, 0xBB, 0xBF])) && text.endsWith('\r\n') ?
        formulas.map((line) => `${file}: ${line}`) : [`${file}: no byte order mark or line end`];
    }
    const data = JSON.parse(read(file));
    return /^yaodian-[a-z-]+\/1$/.test(data.format) ? [] : [`${file}: ${data.format}`];
  }));
});

test('a download comes as a file, and paper has no links to it', async () => {
  await open(pagesOfType('unit')[0], {}, async (tab) => {
    const [download] = await Promise.all([tab.waitForEvent('download', {timeout: 5000}),
      tab.locator('.downloads a').first().click()]);
    assert.match(download.suggestedFilename(), /\.xlsx$/);
    await tab.emulateMedia({media: 'print'});
    assert.equal(await tab.locator('.downloads').isVisible(), false);
  });
});
