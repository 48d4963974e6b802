import {execFileSync} from 'node:child_process';
import {test} from 'node:test';
import {problemsOf} from '../browser.js';
import {pages, pagesOfType, typeOf} from '../site.js';
import {expectNone} from './problems.js';

// How many sheets a page may take.
const sheets =
    {portal: 2, plan: 5, document: 8, table: 5, units: 4, unit: 3, targets: 5, target: 3};
const printed = pages.filter((file) => sheets[typeOf(file)]);

const pdfOf = (tab) => tab.pdf({format: 'A4', preferCSSPageSize: true});
const run = (program, args, input) => execFileSync(program, args, {input, encoding: 'utf8'});
const sheetsOf = (pdf) => Number(run('pdfinfo', ['-'], pdf).match(/^Pages:\s+(\d+)/m)[1]);
const without = (text) => text.normalize('NFKC').replace(/\s/g, '');
const wordsOf = (pdf) => without(run('pdftotext', ['-layout', '-', '-'], pdf));

test('a page prints on few sheets of A4, with its heading', async () => {
  expectNone(await problemsOf(printed, {}, async (tab, file) => {
    const heading = without(await tab.locator('h1').innerText());
    const pdf = await pdfOf(tab);
    const problems = [];
    const limit = sheets[typeOf(file)];
    if (sheetsOf(pdf) > limit) problems.push(`${sheetsOf(pdf)} sheets, more than ${limit}`);
    if (!wordsOf(pdf).includes(heading)) problems.push(`its heading "${heading}" is not printed`);
    return problems;
  }));
});

test('no column of a table is cut off on paper', async () => {
  expectNone(await problemsOf(pagesOfType('table'), {}, async (tab) => {
    const words = wordsOf(await pdfOf(tab));
    const lasts = await tab.locator('main table.sortable').first().evaluate((table) =>
      [...table.querySelectorAll('td:last-child[data-value]')].map((cell) => {
        const visible = cell.cloneNode(true);
        visible.querySelectorAll('.mark, .hidden').forEach((part) => part.remove());
        return visible.textContent;
      }));
    const lost = lasts.filter((text) => !words.includes(without(text)));
    return lost.length ? [`${lost.length} cells of the last column: ${lost.slice(0, 5)}`] : [];
  }));
});

test('nothing is cut off on paper', async () => {
  expectNone(await problemsOf(printed, {viewport: {width: 680, height: 1000}}, async (tab) => {
    await tab.emulateMedia({media: 'print'});
    return tab.evaluate(() => [...document.querySelectorAll('main *:not(svg *, .hidden)')]
        .filter((element) => getComputedStyle(element).overflowX !== 'visible')
        .filter(({clientWidth, scrollWidth}) => clientWidth > 0 && scrollWidth > clientWidth + 1)
        .map((element) => `${element.outerHTML.slice(0, 80)} is cut at ${element.clientWidth} px`));
  }));
});

test('the navigation is not printed', async () => {
  expectNone(await problemsOf(printed, {}, async (tab) => {
    await tab.emulateMedia({media: 'print'});
    const shown = await tab.evaluate(() =>
      [...document.querySelectorAll('nav:not(.crumbs), a[href="#main"]')]
          .filter((element) => !element.closest('main') && element.getClientRects().length > 0)
          .length);
    return shown ? [`${shown} navigations are printed`] : [];
  }));
});
