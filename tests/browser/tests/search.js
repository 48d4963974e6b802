// The search page: what pages say is found, however it is asked for.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import zlib from 'node:zlib';
import {test} from 'node:test';
import {open, soon} from '../browser.js';
import {files, htmlFiles, pagesOfType, read, typeOf} from '../site.js';
import {expectNone} from './problems.js';

const page = 'search.html';
const settled = (tab) => soon(() => tab.evaluate(() => {
  const said = document.getElementById('search-status').textContent;
  return said === '' || /^(找到|没有找到)/.test(said);
}));

// Everything that is found for WORDS: the pages that the results lead to, without their anchors.
async function found(tab, words) {
  await tab.locator('#search-words').fill(words);
  assert.ok(await settled(tab), `${words}: it goes on searching`);
  for (const button = tab.locator('#search-more button'); await button.isVisible();) {
    await button.click();
    await settled(tab);
  }
  return tab.evaluate(() => [...document.querySelectorAll('#search-results a')].map(
      (link) => decodeURI(new URL(link.getAttribute('href'), 'http://site/').pathname.slice(1))));
}

const first = async (tab, words) => (await found(tab, words))[0];

// Texts that the content says, by type of page: all that stands there is in the index.
const texts = {
  document: 'h1, .prose > p, .prose > ul > li, .prose > ol > li, .prose h2, .prose h3',
  table: 'h1, thead th, tbody th a, .measures dt',
  'text-table': 'h1, tbody th, tbody td:not(.origin)',
  unit: 'h1, .quota h3',
  target: 'h1, .goal-big, .facts dd',
  report: '.card .big, .card-title, .card .note',
  ledger: '.ledger h4 , .ledger .standard',
  plan: 'h1, .notes li',
};

test('the site has an index below 150 KB compressed for 100 pages, and no page without the way to the search', () => {
  const index = files.filter((file) => file.startsWith('search/'));
  const size = index.reduce((sum, file) => sum + zlib.gzipSync(read(file)).length, 0);
  assert.ok(index.length > 1);
  assert.ok(size < 1500 * htmlFiles.length, `${size} bytes for ${htmlFiles.length} pages`);
  expectNone(htmlFiles.filter((file) => !read(file).includes('class="search-link"')));
});

test('every term of two characters finds the page that it was taken from', async () => {
  const wanted = [];
  for (const [type, selector] of Object.entries(texts)) {
    const all = pagesOfType(type);
    const some = all.filter((file, at) => at % Math.ceil(all.length / 6) === 0);
    await open('index.html', {}, async (tab) => {
      for (const file of some) {
        await tab.show(file);
        const said = await tab.evaluate((which) => [...document.querySelectorAll(which)].flatMap(
            (element) => {
              const copy = element.cloneNode(true);
              copy.querySelectorAll('.status, .count, .hidden, .badge, .scroll, .cards, button, i').forEach((one) => one.remove());
              return copy.textContent.trim().split(/\s+/);
            }), selector);
        const pairs = [...new Set(said.flatMap((text) => {
          const letters = [...text];
          return letters.slice(1).map((letter, at) => letters[at] + letter);
        }))];
        const step = Math.ceil(pairs.length / 6);
        pairs.filter((pair, at) => at % step === 0).forEach((pair) => wanted.push({file, pair}));
      }
    });
  }
  assert.ok(wanted.length > 200, `${wanted.length} terms`);
  // Marking thousands of hits for a sample of hundreds of terms takes long: the page is asked as a script asks it.
  await open(page, {}, async (tab) => {
    await settled(tab);
    const missing = [];
    for (const {file, pair} of wanted) {
      if (!(await found(tab, pair)).includes(file)) missing.push(`${pair} does not find ${file}`);
    }
    expectNone(missing);
  });
});

test('figures are found with and without commas, in any width, with their unit', async () => {
  await open(page, {}, async (tab) => {
    const row = 'haidian/2018/tables/allocation.html';
    for (const words of ['万寿路 1,600', '万寿路 1600', '万寿路 １６００', '万寿路　1600人']) {
      assert.ok((await found(tab, words)).includes(row), words);
    }
    assert.match(await tab.locator('#search-results a[href$="#row-wanshoulu"]').first().innerText(), /./);
  });
});

test('a unit is found first under each of its names', async () => {
  await open(page, {}, async (tab) => {
    const unit = 'haidian/2018/units/haidian-park.html';
    const names = read(unit).match(/也称：([^<]*)</)[1].split('、');
    for (const name of [...names, '海淀园']) assert.equal(await first(tab, name), unit, name);
    assert.equal(await first(tab, '万寿路街道总工会'), 'haidian/2018/units/wanshoulu.html');
  });
});

test('several terms are found only where all of them are, and titles come first', async () => {
  await open(page, {}, async (tab) => {
    const [one, other] = [await found(tab, '集体协商'), await found(tab, '88%')];
    const both = await found(tab, '集体协商 88%');
    assert.ok(both.length > 0 && both.length < Math.max(one.length, other.length));
    assert.match(await first(tab, '民主管理'), /^haidian|^dongcheng|^fangshan|^daxing|^topics/);
    const title = await tab.evaluate(() => document.querySelector('.result-head a mark')?.textContent);
    assert.equal(title, '民主管理');
    assert.deepEqual(await found(tab, '海淀 没有这样的话'), []);
    assert.match(await tab.locator('#search-status').innerText(), /没有找到/);
  });
});

test('the hit is marked in its snippet and nowhere else', async () => {
  await open(page, {}, async (tab) => {
    await found(tab, '劳动争议');
    const marks = await tab.locator('#search-results mark').allTextContents();
    assert.ok(marks.length > 0);
    assert.deepEqual(marks.filter((mark) => mark !== '劳动争议'), []);
    await found(tab, '<b>"\'&');
    assert.deepEqual(await tab.locator('#search-results b').allTextContents(), []);
  });
});

test('the keyboard goes from the field through the results and back', async () => {
  await open(page, {}, async (tab) => {
    const active = () => tab.evaluate(() => document.activeElement.id || document.activeElement.getAttribute('href'));
    await found(tab, '万寿路');
    await tab.keyboard.press('ArrowDown');
    const url = await active();
    assert.match(url, /units\/wanshoulu\.html$/);
    await tab.keyboard.press('ArrowDown');
    assert.notEqual(await active(), url);
    await tab.keyboard.press('ArrowUp');
    assert.equal(await active(), url);
    await tab.keyboard.press('Escape');
    assert.equal(await active(), 'search-words');
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Enter');
    assert.ok(await soon(() => tab.url().endsWith(url)), tab.url());
  });
});

for (const file of [false, true]) {
  test(`the field of a page leads to the results${file ? ' in a folder' : ''}`, async () => {
    await open('haidian/2018/units/wanshoulu.html', {file}, async (tab) => {
      await tab.locator('.search-field').fill('集体协商 88%');
      await tab.keyboard.press('Enter');
      await tab.waitForURL(/search\.html\?q=/);
      assert.ok(await soon(() => tab.locator('#search-results > li').count()));
      assert.equal(await tab.locator('#search-words').inputValue(), '集体协商 88%');
      await tab.locator('#search-words').fill('万寿路');
      assert.ok(await soon(async () => /wanshoulu/.test(
          await tab.locator('#search-results a').first().getAttribute('href'))));
      assert.deepEqual(tab.complaints, []);
      assert.deepEqual(tab.requests.filter((url) => file !== url.startsWith('file:')), []);
    });
  });
}

test('without JavaScript the page leads to all units, measures and documents by letter', async () => {
  await open(page, {javaScriptEnabled: false}, async (tab) => {
    assert.equal(await tab.locator('#search-words').isVisible(), false);
    const links = await tab.locator('#search-lists a:visible').evaluateAll(
        (all) => all.map((link) => link.getAttribute('href').split('#')[0]));
    const expected = htmlFiles.filter((file) => ['unit', 'document', 'table', 'text-table', 'target'].includes(typeOf(file)));
    expectNone(expected.filter((file) => !links.includes(file)));
    assert.ok(await tab.locator('#units-W').isVisible());
  });
});

test('on a phone the link is there and the results fit; on paper there is no field', async () => {
  for (const width of [390, 320]) {
    await open(page, {viewport: {width, height: 800}}, async (tab) => {
      assert.ok(await tab.locator('.search-link').isVisible());
      await found(tab, '会员');
      assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
      await tab.emulateMedia({media: 'print'});
      assert.equal(await tab.locator('.search-box').isVisible(), false);
    });
  }
});

test('the search page has the head of every other page, with fewer style sheets', async () => {
  const headOf = (tab) => tab.evaluate(() => ['.brand', '.crumbs', '.theme'].map((name) => {
    const box = document.querySelector(name).getBoundingClientRect();
    return `${name} ${name === '.theme' ? box.right : box.left} ${box.top}`;
  }));
  for (const viewport of [{width: 1280, height: 800}, {width: 390, height: 800}]) {
    const other = await open('changes.html', {viewport}, headOf);
    const own = await open(page, {viewport}, headOf);
    assert.deepEqual(own.map((line) => line.replace(/\.\d+/g, '')), other.map((line) => line.replace(/\.\d+/g, '')), `${viewport.width}`);
  }
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing against results in ${colorScheme} colours`, async () => {
    const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await open(page, {colorScheme, bypassCSP: true}, async (tab) => {
      await found(tab, '集体协商');
      await tab.evaluate(axe);
      const {violations} = await tab.evaluate(() => globalThis.axe.run());
      expectNone(violations.map(({id, nodes}) => `${id}: ${nodes[0].html}`));
    });
  });
}
