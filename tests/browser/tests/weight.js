// How heavy pages are: somebody may open them over a slow line.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {gzipSync} from 'node:zlib';
import {files, htmlFiles, read, typeOf} from '../site.js';
import {expectNone} from './problems.js';

const KB = 1024;
const compressed = (text) => gzipSync(text, {level: 9}).length;
const shown = (bytes) => `${(bytes / KB).toFixed(1)} KB`;

// A ledger or a large table may take what it needs, but the pages that most people open may not.
const limits = {unit: 10, portal: 15, plan: 15, document: 15, target: 5};

test('a page is light, as it travels', () => {
  expectNone(htmlFiles.flatMap((file) => {
    const size = compressed(read(file));
    const limit = (limits[typeOf(file)] ?? 50) * KB;
    return size > limit ? [`${file}: ${shown(size)}, more than ${shown(limit)}`] : [];
  }));
});

test('all style sheets together travel as 15 KB at most', () => {
  const sheets = files.filter((file) => file.endsWith('.css'));
  assert.ok(sheets.length > 0);
  const size = sheets.reduce((sum, file) => sum + compressed(read(file)), 0);
  assert.ok(size <= 15 * KB, shown(size));
});

// The scripts that a page asks for, by the names in its head.
const scriptsOf = (file) => [...read(file).matchAll(/<script src="(?:\.\.\/)*([^"]+)"/g)]
    .map(([, name]) => files.find((one) => name.endsWith(one))).filter(Boolean);

test('the scripts of a page are 15 KB at most, as they stand', () => {
  assert.ok(scriptsOf('index.html').length > 0);
  expectNone(htmlFiles.flatMap((file) => {
    const size = scriptsOf(file).reduce((sum, script) => sum + read(script).length, 0);
    return size > 15 * KB ? [`${file}: ${shown(size)}`] : [];
  }));
});
