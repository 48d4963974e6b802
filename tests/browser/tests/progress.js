// What the reports say: the same on every page, named in every chart, and labelled as sample data.
import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {lookInto} from '../parsed.js';
import {htmlFiles, pagesOfType} from '../site.js';
import {expectNone} from './problems.js';

const problemsIn = async (files, look) => [...await lookInto(files, look)]
    .flatMap(([file, problems]) => problems.map((problem) => `${file}: ${problem}`));

test('every drawing of every page is a named chart, or hidden from screen readers', async () => {
  expectNone(await problemsIn(htmlFiles, (page) => [...page.querySelectorAll('svg')]
      .filter((svg) => !svg.matches('[aria-hidden=true]:not([role])') &&
          !svg.matches('[role=img][aria-label]:not([aria-hidden])'))
      .map((svg) => svg.outerHTML.slice(0, 120))));
});

test('every chart names its unit or its measure', async () => {
  const files = pagesOfType('unit', 'table', 'plan', 'target', 'portal');
  const problems = await problemsIn(files, (page) => {
    const names = [...page.querySelectorAll('main :is(h1, h3, th, .name, summary)')]
        .map((name) => name.firstChild?.textContent.trim())
        .concat([...page.querySelectorAll('.crumbs [aria-current]')].map((e) => e.textContent))
        .concat([...page.querySelectorAll('main a')].map((a) => a.textContent.trim()))
        .filter((name) => name?.length > 1);
    return [...page.querySelectorAll('svg[role=img]')]
        .map((svg) => svg.getAttribute('aria-label'))
        .filter((label) => !names.some((name) => label.includes(name)))
        .map((label) => `"${label}" names neither`);
  });
  expectNone(problems);
});

// What a page says of sample data, and what of it could be made up.
const looksOfSamples = (page) => {
  const label = page.querySelector('main > p.sample');
  const charts = [...page.querySelectorAll('svg[role=img]')];
  // Of reports are the lines of what was done, and of it in relation to a quota.
  const ofReports = charts.filter((svg) => svg.matches('.line, .progress-bar, .trend'));
  const labelOf = (svg) => svg.getAttribute('aria-label');
  label?.remove();
  return {
    labels: page.querySelectorAll('p.sample').length + (label ? 1 : 0),
    words: label?.textContent ?? '',
    unnamed: ofReports.map(labelOf).filter((text) => !text.includes('示例数据')),
    said: page.querySelector('main').textContent.includes('示例') ||
        charts.some((svg) => labelOf(svg).includes('示例数据')),
    figures: page.querySelectorAll('[data-done], .cell-progress, td.heat, [data-observed], [data-held]').length,
    // Statuses that only a report or the ledger's log can give.
    statuses: page.querySelectorAll('main .status:is(.done, .on-pace, .behind, .far-behind, ' +
        '.overdue, .open)').length,
    corrections: page.querySelectorAll('#corrections').length,
    // Checks of what was reported.
    checks: [...page.querySelectorAll('.checks th')].filter((of) => of.textContent.includes('上报'))
        .length,
  };
};

test('a page that shows sample data says 示例数据, and others do not', async () => {
  const samples = await lookInto(htmlFiles, looksOfSamples);
  const count = [...samples.values()].filter(({words}) => words).length;
  assert.ok(count > 0 && count < htmlFiles.length, `${count} pages are labelled`);
  expectNone([...samples].flatMap(([file, page]) => {
    const problems = [];
    const isLabelled = page.words.startsWith('示例数据');
    const isReached = page.figures + page.statuses + page.corrections + page.checks > 0 || page.said;
    if (page.labels > 1) problems.push('is labelled more than once');
    if (page.said && !isLabelled) problems.push('mentions sample data without a label');
    if (page.figures > 0 && !isLabelled) problems.push('has reported figures without a label');
    if (isLabelled && !isReached) problems.push('is labelled without reason');
    if (isLabelled) problems.push(...page.unnamed.map((name) => `"${name}" does not say so`));
    return problems.map((problem) => `${file}: ${problem}`);
  }));
});

test('a report is labelled as sample data just where the list of reports says so', async () => {
  const lists = await lookInto(pagesOfType('reports'), (page) =>
    [...page.querySelectorAll('table.reports tbody tr')].map((row) => ({
      link: row.querySelector('a').getAttribute('href'),
      isSample: [...row.querySelectorAll('.tag')].some((tag) => tag.textContent === '示例数据'),
    })));
  const listed = [...lists].flatMap(([index, rows]) =>
    rows.map(({link, isSample}) => ({file: path.join(path.dirname(index), link), isSample})));
  const files = pagesOfType('report', 'correction');
  const labelled = await lookInto(files, (page) => page.querySelector('p.sample') !== null);
  assert.equal(listed.length, files.length);
  expectNone(listed
      .filter(({file, isSample}) => labelled.get(file) !== isSample)
      .map(({file, isSample}) => `${file}: listed as ${isSample ? 'a sample' : 'real'}`));
});

test('the counts by status on a unit page add up to its quotas', async () => {
  const units = pagesOfType('unit');
  const problems = await problemsIn(units, (page) => {
    const section = page.querySelector('section[aria-labelledby=quotas]');
    if (!section) return [];
    const sum = (numbers) => numbers.reduce((total, number) => total + Number(number), 0);
    const quotas = section.querySelectorAll('ul.quotas > li').length;
    const counted = sum([...section.querySelectorAll('.summary-line .counts b')]
        .map((b) => b.textContent));
    const headline = sum(section.querySelector('h2 .count').textContent.match(/\d+(?=项)/g) ?? []);
    const badges = (selector) => [...section.querySelectorAll(selector)]
        .map((badge) => badge.textContent).sort().join(' ');
    const inList = badges('.quota .what .stand .status');
    const repeated = [...section.querySelectorAll('.summary-line .counts li')].flatMap((item) =>
      Array(Number(item.querySelector('b').textContent))
          .fill(item.querySelector('.status').textContent)).sort().join(' ');
    return [
      counted === quotas ? '' : `${counted} counted, ${quotas} quotas`,
      headline === quotas ? '' : `${headline} in the headline, ${quotas} quotas`,
      inList === repeated ? '' : `counts say ${repeated}, quotas ${inList}`,
    ].filter(Boolean);
  });
  expectNone(problems);
});

// All completions a page tells, as "83.3% 正常" or "未报", each with its unit, measure and place.
const completionsOf = (page) => {
  const found = [];
  const say = (place, {unit, measure}, figure, word) =>
    found.push({place, key: `${unit} ${measure}`, text: [figure, word].filter(Boolean).join(' ')});
  const plain = (element, without) => {
    const copy = element?.cloneNode(true) ?? page.createElement('i');
    if (without) copy.querySelectorAll(without).forEach((part) => part.remove());
    return copy.textContent.trim();
  };
  for (const cell of page.querySelectorAll('td[data-unit] .cell-progress')) {
    const word = cell.querySelector('.hidden')?.textContent;
    say('cell', cell.closest('td').dataset, plain(cell, '.hidden'), word);
  }
  for (const cell of page.querySelectorAll('td.heat')) {
    const word = cell.querySelector('.hidden')?.textContent;
    say('heat map', cell.dataset, plain(cell, '.hidden'), word);
  }
  for (const item of page.querySelectorAll('.ranking.completions li')) {
    const figure = item.querySelector('.figure');
    say('ranking', item.dataset, plain(figure, '.status'), plain(figure.querySelector('.status')));
  }
  for (const quota of page.querySelectorAll('section[aria-labelledby=quotas] li.quota')) {
    const data = quota.querySelector('[data-unit]').dataset;
    const figure = [...quota.querySelectorAll('.standing .sub')]
        .find((line) => line.textContent.startsWith('完成率'))?.querySelector('b').textContent;
    say('unit page', data, figure, plain(quota.querySelector('.what .status')));
  }
  return found;
};

test('a completion and its status are the same wherever they are told', async () => {
  const told = new Map();
  const pages = await lookInto(pagesOfType('unit', 'units', 'table'), completionsOf);
  for (const [file, completions] of pages) {
    for (const {place, key, text} of completions) {
      if (!told.has(key)) told.set(key, []);
      told.get(key).push({where: `${file} (${place})`, place, text});
    }
  }
  assert.ok(told.size > 50, `only ${told.size} completions are told`);
  expectNone([...told].flatMap(([key, tellings]) => {
    const problems = [];
    if (new Set(tellings.map(({text}) => text)).size > 1) {
      problems.push(tellings.map(({where, text}) => `${text} on ${where}`).join(', '));
    }
    // 待定 and 无任务 need no progress in a cell: the cell says it itself.
    const isJudged = /%/.test(tellings[0].text);
    const places = new Set(tellings.map(({place}) => place));
    const wanted = isJudged ? ['unit page', 'heat map', 'ranking', 'cell'] : ['unit page'];
    problems.push(...wanted.filter((place) => !places.has(place)).map((place) => `not on ${place}`));
    if (isJudged && tellings.filter(({place}) => place === 'cell').length < 2) {
      problems.push('not on both the table and the list of units');
    }
    return problems.map((problem) => `${key}: ${problem}`);
  }));
});
