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

// What a page asks for with TAG, by the names in it.
const askedFor = (file, tag) => [...read(file).matchAll(tag)]
    .map(([, name]) => files.find((one) => name.endsWith(one))).filter(Boolean);
const sheetsOf = (file) => askedFor(file, /<link rel="stylesheet" href="(?:\.\.\/)*([^"]+)"/g);
// The index of the search page is no script of it but what it searches.
const scriptsOf = (file) => askedFor(file, /<script src="(?:\.\.\/)*(assets\/[^"]+)"/g);

test('the style sheets of a page travel as 15 KB at most', () => {
  assert.ok(sheetsOf('index.html').length > 0);
  expectNone(htmlFiles.flatMap((file) => {
    const size = sheetsOf(file).reduce((sum, sheet) => sum + compressed(read(sheet)), 0);
    return size > 15 * KB ? [`${file}: ${shown(size)}`] : [];
  }));
});

test('the scripts of a page are 15 KB at most, as they stand', () => {
  assert.ok(scriptsOf('index.html').length > 0);
  expectNone(htmlFiles.flatMap((file) => {
    const size = scriptsOf(file).reduce((sum, script) => sum + read(script).length, 0);
    return size > 15 * KB ? [`${file}: ${shown(size)}`] : [];
  }));
});
