import {execFileSync} from 'node:child_process';
import {test} from 'node:test';
import {problemsOf} from '../browser.js';
import {pages, typeOf} from '../site.js';
import {expectNone} from './problems.js';

// How many sheets a page may take.
const sheets = {portal: 3, topics: 10, publisher: 3, plan: 7, document: 8, table: 9, 'text-table': 3, units: 5, unit: 6, targets: 5, target: 3,
  reports: 4, report: 12, correction: 1, ledger: 24, calendar: 14, files: 3, file: 20};
const printed = pages.filter((file) => sheets[typeOf(file)]);

const run = (program, args, input) => execFileSync(program, args, {input, encoding: 'utf8'});
const without = (text) => text.normalize('NFKC').replace(/\s/g, '');

// What pdftotext finds in PDF: the sheets, with their words and how far to the right these reach.
function readPdf(pdf) {
  const found = run('pdftotext', ['-bbox', '-', '-'], pdf);
  return [...found.matchAll(/<page width="([\d.]+)"[^>]*>([^]*?)<\/page>/g)].map((page) => ({
    width: Number(page[1]),
    words: [...page[2].matchAll(/xMax="([\d.]+)"[^>]*>([^<]*)</g)].map((word) => (
      {right: Number(word[1]), text: without(word[2])})),
  }));
}

// The visible texts at the right of the page: in the last cells of its tables, and of its quotas.
const textsAtTheRight = () => {
  const visible = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll('.mark, .hidden, svg, details:not([open])')
        .forEach((part) => part.remove());
    const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let text; (text = texts.nextNode());) found.push(text.data);
    return found;
  };
  const ends = 'main :is(td:last-child, .standing > p)';
  return [...document.querySelectorAll(ends)]
      .filter((element) => element.getClientRects().length > 0)
      .filter((element) => !element.closest('details:not([open])'))
      .flatMap(visible).filter((text) => /\d/.test(text));
};

// Each page is printed once, for the first test, and every test looks at what came of it.
let prints;

async function print(tab, file) {
  await tab.emulateMedia({media: 'print'});
  const heading = without(await tab.locator('h1').innerText());
  const ends = await tab.evaluate(textsAtTheRight);
  const navigations = await tab.evaluate(() =>
    [...document.querySelectorAll('nav:not(.crumbs), a[href="#main"]')]
        .filter((element) => !element.closest('main') && element.getClientRects().length > 0)
        .length);
  const pdf = await tab.pdf({format: 'A4', preferCSSPageSize: true});
  await tab.setViewportSize({width: 680, height: 1000});
  const cut = await tab.evaluate(() => [...document.querySelectorAll('main *:not(svg *, .hidden)')]
      .filter((element) => getComputedStyle(element).overflowX !== 'visible')
      .filter(({clientWidth, scrollWidth}) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .map((element) => `${element.outerHTML.slice(0, 80)} is cut at ${element.clientWidth} px`));
  await tab.setViewportSize({width: 1280, height: 800});
  await tab.emulateMedia({media: 'screen'});
  return {file, heading, ends, navigations, cut, pages: readPdf(pdf)};
}

async function problemsOfPrints(look) {
  if (!prints) {
    prints = [];
    await problemsOf(printed, {}, async (tab, file) => {
      prints.push(await print(tab, file));
      return [];
    });
  }
  return prints.flatMap((page) => look(page).map((problem) => `${page.file}: ${problem}`));
}

const wordsOf = ({pages: all}) => all.flatMap(({words}) => words.map(({text}) => text)).join('');

test('a page prints on few sheets of A4, with its heading', async () => {
  expectNone(await problemsOfPrints((page) => {
    const limit = sheets[typeOf(page.file)];
    const problems = [];
    if (page.pages.length > limit) problems.push(`${page.pages.length} sheets, more than ${limit}`);
    if (!wordsOf(page).includes(page.heading)) {
      problems.push(`its heading "${page.heading}" is not printed`);
    }
    return problems;
  }));
});

test('no figure at the right of a table or of a quota is missing on paper', async () => {
  expectNone(await problemsOfPrints((page) => {
    const words = wordsOf(page);
    const lost = page.ends.filter((text) => /^[\d.,%]+$/.test(without(text)) &&
        !words.includes(without(text)));
    return lost.length ? [`${lost.length}: ${lost.slice(0, 5)}`] : [];
  }));
});

test('no word reaches over the edge of the paper', async () => {
  expectNone(await problemsOfPrints((page) => page.pages.flatMap(({width, words}, at) =>
    words.filter(({right}) => right > width - 10)
        .map(({text, right}) => `sheet ${at + 1}: "${text}" ends at ${right} of ${width} pt`))));
});

test('nothing is cut off on paper', async () => {
  expectNone(await problemsOfPrints(({cut}) => cut));
});

test('the navigation is not printed', async () => {
  expectNone(await problemsOfPrints(
      ({navigations}) => navigations ? [`${navigations} navigations are printed`] : []));
});
