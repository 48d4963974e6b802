// The site under test: its files and its pages by type.
import fs from 'node:fs';
import path from 'node:path';

if (!process.env.YAODIAN_SITE) throw new Error('YAODIAN_SITE must name the folder of a built site');
export const folder = path.resolve(process.env.YAODIAN_SITE);

// All files of the site, as "haidian/2018/index.html", in order.
export const files = fs
  .readdirSync(folder, {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
  .sort();
if (!files.includes('index.html')) throw new Error(`${folder} has no index.html: not a site`);

export const htmlFiles = files.filter((file) => file.endsWith('.html'));

export function read(file) {
  return fs.readFileSync(path.join(folder, file), 'utf8');
}

// A report that corrects another heads the figures it corrects.
const isCorrection = (file) => read(file).includes('id="corrections"');

// A table whose rows are no units has nothing to sort.
const isOfText = (file) => read(file).includes('class="plain text-table"');

// The type of a page by its place: the content tree is the URL tree.
export function typeOf(file) {
  if (file === 'index.html') return 'portal';
  if (file === '404.html') return 'not-found';
  if (file === 'topics.html') return 'topics';
  if (file === 'changes.html') return 'changes';
  if (file === 'search.html') return 'search';
  const [, year, section, item] = file.split('/');
  if (year === 'index.html') return 'publisher';
  if (year === 'files') return 'file';
  if (section === 'files') return item === 'index.html' ? 'files' : 'file';
  if (section === 'index.html') return 'plan';
  if (item === undefined) return section.replace(/\.html$/, '');
  const index = {units: 'units', targets: 'targets', reports: 'reports'}[section];
  if (item === 'index.html') return index ?? section;
  if (section === 'reports') return isCorrection(file) ? 'correction' : 'report';
  if (section === 'tables' && isOfText(file)) return 'text-table';
  return {documents: 'document', tables: 'table', units: 'unit', targets: 'target'}[section] ??
      section;
}

export function pagesOfType(...types) {
  return htmlFiles.filter((file) => types.includes(typeOf(file)));
}

// Pages that differ most from others of their type. Units: a usual one, one with a quota to be
// decided, one with blanks. A target that was observed. A report that is no sample, and a long one.
const notable = ['wanshoulu', 'construction', 'private-medical', 'dues-2018', '2018-03-31',
  '2018-10-31', 'allocation.yaml'];

// The first three pages of a type, notable ones before others.
function sample(type) {
  const isNotable = (file) => notable.includes(path.basename(file, '.html'));
  const all = pagesOfType(type);
  return [...all.filter(isNotable), ...all.filter((file) => !isNotable(file))].slice(0, 3);
}

// Every page, but a few only of the types that have many.
const many = ['unit', 'target', 'report', 'file'];
const sampled = many.flatMap(sample);
export const pages = htmlFiles.filter(
    (file) => !many.includes(typeOf(file)) || sampled.includes(file));

// The longest page of each type.
const longest = (type) =>
  pages.filter((file) => typeOf(file) === type).sort((a, b) => read(b).length - read(a).length)[0];
export const kinds = [...new Set(pages.map(typeOf))].map(longest);
