// The real content with markup behind its texts: a browser shows it as text and runs none of it.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {open, soon} from '../browser.js';
import {kinds} from '../site.js';
import {expectNone} from './problems.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const program = process.env.YAODIAN_PROGRAM ?? path.join(project, 'build/dev/yaodian');
const payload = `"'></title></script><img class="harm" src="none" onerror="window.harmed = 1"><script>window.harmed = 1</script>`;
const keys = 'title|short|who|standard|note|summary|department|label|group|evidence|by|issuer|reason';

// TEXT with the payload behind each plain value of KEYS.
const harmful = (text) => text.replace(
    new RegExp(`(^|[{,] *|- *| +)((?:${keys}): )([^\\s'"\\[{|>#][^\\n,{}#]*)(?=[,}\\n])`, 'gm'),
    (all, lead, key, value) => `${lead}${key}${JSON.stringify(value.trim() + payload)}`);

let folder;
let count = 0;

before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yaodian-injection-'));
  const content = path.join(folder, 'content');
  fs.cpSync(path.join(project, 'content'), content, {recursive: true});
  for (const entry of fs.readdirSync(content, {recursive: true, withFileTypes: true})) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isFile() || !/\.(yaml|md)$/.test(file)) continue;
    const text = fs.readFileSync(file, 'utf8');
    const front = file.endsWith('.md') ? text.indexOf('\n---', 3) : text.length;
    if (entry.name === 'units.yaml') continue;  // rows go by these names
    const written = harmful(text.slice(0, front)) + text.slice(front);
    count += written.split(JSON.stringify(payload).slice(1, -1)).length - 1;
    fs.writeFileSync(file, written);
  }
  execFileSync(program, ['build', '--quiet', '--content', content, '--output', path.join(folder, 'site')],
      {cwd: project});
});
after(() => fs.rmSync(folder, {recursive: true, force: true}));

const address = (file) => pathToFileURL(path.join(folder, 'site', file)).href;
// No policy keeps the page from running what is markup.
const settings = {file: true, bypassCSP: true};
const harm = (tab) => tab.evaluate(() => [
  window.harmed ? 'code of the content runs' : '',
  document.querySelector('.harm') ? 'markup of the content is markup of the page' : '',
].filter(Boolean));

test('the payload does harm where it is markup', async () => {
  const found = await open('index.html', settings, async (tab) => {
    await tab.goto(address('index.html'));
    await tab.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', `<p title="${markup}`), payload);
    await soon(() => tab.evaluate(() => window.harmed === 1));
    return harm(tab);
  });
  assert.equal(found.length, 2);
  assert.ok(count > 300, `${count} texts have it`);
});

test('no text of the content becomes markup or code, on a page of each kind', async () => {
  expectNone(await open('index.html', settings, async (tab) => {
    const problems = [];
    const shown = [];
    for (const file of kinds) {
      await tab.goto(address(file));
      await tab.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
      problems.push(...(await harm(tab)).map((problem) => `${file}: ${problem}`));
      if (await tab.evaluate(() => document.body.innerText.includes('<script>'))) shown.push(file);
    }
    if (shown.length < kinds.length / 2) problems.push(`only ${shown.length} of ${kinds.length} pages show it`);
    return problems;
  }));
});

test('nor in what the search finds', async () => {
  expectNone(await open('search.html', settings, async (tab) => {
    await tab.goto(address('search.html'));
    await tab.locator('#search-words').fill('harmed');
    const results = tab.locator('#search-results');
    const found = await soon(async () => (await results.innerText()).includes('window.harmed'));
    return [...(found ? [] : ['the payload is not found']), ...await harm(tab)];
  }));
});
