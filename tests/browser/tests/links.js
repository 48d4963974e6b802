import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {files, htmlFiles, read} from '../site.js';
import {expectNone} from './problems.js';

const entities = {'&amp;': '&', '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>'};
const unescape = (text) => text.replace(/&[a-z0-9#]+;/g, (entity) => entities[entity] ?? entity);

function valuesOf(html, ...attributes) {
  const pattern = new RegExp(`\\s(?:${attributes.join('|')})=(?:"([^"]*)"|'([^']*)')`, 'g');
  return [...html.matchAll(pattern)].map((match) => unescape(match[1] ?? match[2]));
}

const idsOf = new Map(htmlFiles.map((file) => [file, valuesOf(read(file), 'id')]));
const isInternal = (address) => !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address);

// What is wrong with the link to ADDRESS in FILE, or nothing.
function brokenLink(file, address) {
  const [place, anchor] = address.split('#').map(decodeURIComponent);
  const target = place === '' ? file : path.join(path.dirname(file), place.replace(/\?.*/, ''));
  if (place.startsWith('/')) return 'is not relative';
  if (!files.includes(target)) return `leads to ${target}, which does not exist`;
  if (!anchor) return undefined;
  return idsOf.get(target)?.includes(anchor) ? undefined : `leads to a missing place in ${target}`;
}

test('every internal link, source and anchor of every page resolves', () => {
  let count = 0;
  const problems = htmlFiles.flatMap((file) => valuesOf(read(file), 'href', 'src')
      .filter(isInternal)
      .map((address) => {
        count++;
        const problem = brokenLink(file, address);
        return problem && `${file}: "${address}" ${problem}`;
      })
      .filter(Boolean));
  expectNone([...new Set(problems)]);
  assert.ok(count >= htmlFiles.length, `only ${count} links found`);
});

test('no page uses an id twice', () => {
  expectNone([...idsOf].flatMap(([file, ids]) => {
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
    return twice.map((id) => `${file}: ${id}`);
  }));
});

test('every page but the portal and 404 can be reached from the portal', () => {
  const reached = new Set(['index.html']);
  for (const file of reached) {
    for (const address of valuesOf(read(file), 'href').filter(isInternal)) {
      const place = decodeURIComponent(address.split('#')[0]);
      const target = path.join(path.dirname(file), place);
      if (place && htmlFiles.includes(target)) reached.add(target);
    }
  }
  expectNone(htmlFiles.filter((file) => !reached.has(file) && file !== '404.html'));
});

test('every page has a title of its own', () => {
  const seen = new Map();
  expectNone(htmlFiles.flatMap((file) => {
    const title = read(file).match(/<title>([^<]*)<\/title>/)?.[1].trim();
    if (!title) return [`${file}: no title`];
    const first = seen.get(title);
    seen.set(title, first ?? file);
    return first ? [`${file}: "${title}" is also the title of ${first}`] : [];
  }));
});
