import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {test} from 'node:test';
import {open, problemsOf} from '../browser.js';
import {pages, pagesOfType, read, typeOf} from '../site.js';
import {expectNone} from './problems.js';

// How many sheets a page may take.
const sheets = {portal: 2, topics: 8, publisher: 2, plan: 4, document: 10, table: 6, 'text-table': 1, units: 3, unit: 2, targets: 4, target: 1,
  reports: 3, report: 6, correction: 1, ledger: 10, calendar: 8, checks: 5, files: 2, file: 20};

// The units that have most to say, too.
const fullest = pagesOfType('unit').sort((a, b) => read(b).length - read(a).length).slice(0, 3);
const printed = [...new Set([...pages, ...fullest])].filter((file) => sheets[typeOf(file)]);

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

// What is printed in a colour: the lightness alone must tell statuses apart.
const coloured = () => {
  const isGrey = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0];
    return Math.max(red, green, blue) - Math.min(red, green, blue) < 8;
  };
  return [...document.querySelectorAll('main, main *')]
      .filter((element) => element.getClientRects().length > 0)
      .filter((element) => {
        const style = getComputedStyle(element);
        const before = getComputedStyle(element, '::before');
        const used = [style.color, style.backgroundColor, style.borderTopColor, before.color];
        if (element.closest('svg')) used.push(style.fill, style.stroke);
        return !used.every(isGrey);
      }).map((element) => element.outerHTML.slice(0, 80));
};

// Each page is printed once, for the first test, and every test looks at what came of it.
let prints;

async function print(tab, file) {
  await tab.emulateMedia({media: 'print'});
  const heading = without(await tab.locator('h1').innerText());
  const ends = await tab.evaluate(textsAtTheRight);
  const navigations = await tab.evaluate(() =>
    [...document.querySelectorAll('nav:not(.crumbs), .sections, a[href="#main"]')]
        .filter((element) => !element.closest('main') && element.getClientRects().length > 0)
        .length);
  const colours = await tab.evaluate(coloured);
  const pdf = await tab.pdf({format: 'A4', preferCSSPageSize: true});
  await tab.setViewportSize({width: 680, height: 1000});
  const cut = await tab.evaluate(() => [...document.querySelectorAll('main *:not(svg *, .hidden)')]
      .filter((element) => getComputedStyle(element).overflowX !== 'visible')
      .filter(({clientWidth, scrollWidth}) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .map((element) => `${element.outerHTML.slice(0, 80)} is cut at ${element.clientWidth} px`));
  await tab.setViewportSize({width: 1280, height: 800});
  await tab.emulateMedia({media: 'screen'});
  return {file, heading, ends, navigations, cut, colours, pages: readPdf(pdf)};
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

test('paper needs no colour', async () => {
  expectNone(await problemsOfPrints(
      ({colours}) => colours.length ? [`${colours.length}: ${colours[0]}`] : []));
});

test('a table that goes on says again what its columns are', async () => {
  expectNone(await problemsOfPrints((page) => {
    if (typeOf(page.file) !== 'units') return [];
    return page.pages.flatMap(({words}, at) =>
      words.some(({text}) => text === '单位') ? [] : [`not on sheet ${at + 1}`]);
  }));
});

// The parts of an official document in their order, as far as a document has them.
function partsOf(file) {
  const text = (pattern) => without((read(file).match(pattern)?.[1] ?? '').replace(/<[^>]*>/g, ''));
  const end = /<div class="signature"><p>([^<]*)<\/p>(?:<p>([^<]*)<\/p>)?/;
  return [text(/<span class="issuer">([^<]*)/), text(/<p class="number">([^<]*)/),
    text(/<h1>(.*)<\/h1>/), text(end), without(read(file).match(end)?.[2] ?? ''),
    text(/<div class="annex">\s*<h2[^>]*>(.*)<\/h2>/)].filter(Boolean);
}

test('a document has issuer, title, text, issuer, date and annexes, in this order', async () => {
  expectNone(await problemsOfPrints((page) => {
    if (typeOf(page.file) !== 'document') return [];
    const words = wordsOf(page);
    let at = 0;
    return partsOf(page.file).flatMap((part) => {
      const found = words.indexOf(part, at);
      if (found < 0) return [`"${part}" is not printed where it belongs`];
      at = found + part.length;
      return [];
    });
  }));
});

test('a document is printed in paragraphs of 16 pt that begin two characters in', async () => {
  const [file] = pagesOfType('document');
  await open(file, {}, async (tab) => {
    await tab.emulateMedia({media: 'print'});
    const style = await tab.locator('.prose > p').first().evaluate((paragraph) => {
      const {fontSize, lineHeight, textIndent, textDecoration} = getComputedStyle(paragraph);
      return {fontSize, lineHeight, textIndent, textDecoration};
    });
    const points = (text) => Math.round(parseFloat(text) * 0.75);
    assert.equal(points(style.fontSize), 16);
    assert.equal(points(style.lineHeight), 28);
    assert.equal(points(style.textIndent), 32);
    const links = tab.locator('.prose a');
    for (const line of await links.evaluateAll(
        (all) => all.map((link) => getComputedStyle(link).textDecorationLine)))
      assert.equal(line, 'none');
  });
});

test('a link that leads outside says where to', async () => {
  const [file] = pagesOfType('document');
  await open(file, {}, async (tab) => {
    await tab.locator('.prose p').first().evaluate((paragraph) => {
      const link = Object.assign(document.createElement('a'),
          {href: 'https://example.org/law', rel: 'noreferrer', textContent: '工会法'});
      paragraph.append(link);
    });
    await tab.emulateMedia({media: 'print'});
    const [{words}] = readPdf(await tab.pdf({preferCSSPageSize: true}));
    const all = words.map(({text}) => text).join('');
    assert.ok(all.includes('工会法(https://example.org/law)'), all);
  });
});
