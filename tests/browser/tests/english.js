// The real content with `language: en`: what the program says is English, what the content says stays as it is.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {open} from '../browser.js';
import {kinds, typeOf} from '../site.js';
import {expectNone} from './problems.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const program = process.env.YAODIAN_PROGRAM ?? path.join(project, 'build/dev/yaodian');
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let folder;

before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yaodian-english-'));
  const content = path.join(folder, 'content');
  fs.cpSync(path.join(project, 'content'), content, {recursive: true});
  fs.appendFileSync(path.join(content, 'site.yaml'), '\nlanguage: en\n');
  execFileSync(program, ['build', '--quiet', '--content', content, '--output', path.join(folder, 'site')],
      {cwd: project});
});
after(() => fs.rmSync(folder, {recursive: true, force: true}));

// Opens a page of each kind and returns the problems that LOOK(tab, file) finds.
async function problems(look) {
  return open('index.html', {file: true, bypassCSP: true}, async (tab) => {
    const found = [];
    for (const file of kinds) {
      tab.complaints = [];
      await tab.goto(pathToFileURL(path.join(folder, 'site', file)).href);
      found.push(...(await look(tab, file)).map((problem) => `${file}: ${problem}`));
    }
    return found;
  });
}

// Where only the program speaks; the rest of a page may quote the content.
const places = ['.skip', '.search-link', '.site-nav', '.crumbs li:first-child', '.nav-label', '.nav-group',
  '.plan-nav .sections > ul:first-of-type a', '.theme', '.filter', '.status', '.action', '.legend',
  '.neighbours span', '.rule summary', '.bottom-inner > p:last-child', '[role=search] > :not(ol)', 'noscript'];
// Kinds of pages whose headings of sections are the program's.
const headed = ['portal', 'plan', 'unit', 'ledger', 'reports', 'target', 'checks', 'search'];
const isChinese = (text) => /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(text);

test('the program speaks English where the site is in English', async () => {
  expectNone(await problems(async (tab, file) => {
    const selector = [...places, ...(headed.includes(typeOf(file)) ? ['main section > h2:not(:has(a))'] : [])]
        .join(', ');
    const texts = await tab.evaluate((selected) => [...document.querySelectorAll(selected)].map((element) => {
      const copy = element.cloneNode(true);
      copy.querySelectorAll('.plain-total').forEach((content) => content.remove());
      return [element.getAttribute('aria-label'), copy.textContent].join(' ').trim();
    }), selector);
    if (!texts.length) return ['the program says nothing'];
    return [...new Set(texts.filter(isChinese))];
  }));
});

test('a page says that it is in English', async () => {
  expectNone(await problems(async (tab) => {
    const language = await tab.evaluate(() => document.documentElement.lang);
    return [...(language === 'en' ? [] : [`its language is ${language}`]), ...tab.complaints];
  }));
});

test('axe finds nothing against any kind of page in English', async () => {
  expectNone(await problems(async (tab) => {
    await tab.evaluate(axe);
    const found = await tab.evaluate(() => globalThis.axe.run(document, {resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice']}));
    return found.violations.map(({id, nodes}) => `${id}: ${nodes[0].target.join(' ')} (${nodes.length}×)`);
  }));
});

test('no page in English is wider than a phone', async () => {
  expectNone(await problems(async (tab) => {
    await tab.setViewportSize({width: 320, height: 640});
    const [width, room] = await tab.evaluate(
        () => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    await tab.setViewportSize({width: 1280, height: 800});
    return width > room ? [`it is ${width} px wide`] : [];
  }));
});

test('search says in English what it finds', async () => {
  await open('index.html', {file: true}, async (tab) => {
    await tab.goto(`${pathToFileURL(path.join(folder, 'site', 'search.html')).href}?q=2018`);
    await tab.locator('#search-results > li').first().waitFor();
    const said = await tab.locator('#search-status').textContent();
    assert.match(said, /^Found: \d+/);
  });
});
