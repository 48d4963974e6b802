import {test} from 'node:test';
import {problemsOf} from '../browser.js';
import {pages} from '../site.js';
import {expectNone} from './problems.js';

// Each check looks at a page from inside and returns a list of problems. All pages are opened once,
// for the first test, and every check looks at each.
const checks = [];
let findings;

async function runChecks() {
  const found = new Map(checks.map((look) => [look, []]));
  await problemsOf(pages, {}, async (tab, file) => {
    for (const look of checks) {
      const problems = await tab.evaluate(look);
      found.get(look).push(...problems.map((problem) => `${file}: ${problem}`));
    }
    return [];
  });
  return found;
}

function check(sentence, look) {
  checks.push(look);
  test(sentence, async () => {
    findings ??= await runChecks();
    expectNone(findings.get(look));
  });
}

check('every page says its language', () => {
  const {lang} = document.documentElement;
  return /^(zh|en)\b/.test(lang) ? [] : [`lang is "${lang}"`];
});

check('every page has one h1, and headings that go down in order', () => {
  const problems = [];
  const headings = [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')];
  const count = document.querySelectorAll('h1').length;
  if (count !== 1) problems.push(`${count} h1`);
  let level = 0;
  for (const heading of headings) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) {
      problems.push(`"${heading.textContent.trim()}" is an h${next} after an h${level}`);
    }
    level = next;
  }
  return problems;
});

check('every status is a word and a shape, and screen readers hear the word', () => {
  const shapes = /^"[●◆▽▼■◇○?–＝≠？]" \/ ""$/;
  const badges = [...document.querySelectorAll('main :is(.status, .cell-progress, td.heat)')];
  return badges.flatMap((badge) => {
    const isSaid = /[\p{Script=Han}]{2}/u.test(badge.textContent);
    const isDrawn = shapes.test(getComputedStyle(badge, '::before').content);
    return isSaid && isDrawn ? [] : [badge.outerHTML.slice(0, 120)];
  });
});

check('the shape of a period stands upright', () =>
  [...document.querySelectorAll('.periods i, .months i')]
      .filter((period) => getComputedStyle(period).fontStyle !== 'normal')
      .map((period) => period.parentElement.textContent));

check('every drawing is named, or hidden from screen readers', () =>
  [...document.querySelectorAll('svg')]
      .filter((svg) => !svg.closest('[aria-hidden=true]'))
      .filter((svg) => !svg.matches('[role=img]') || !svg.getAttribute('aria-label')?.trim())
      .map((svg) => svg.outerHTML.slice(0, 120)));

check('what a drawing shows stands beside it in words or figures', () =>
  [...document.querySelectorAll('main svg')]
      .filter((svg) => !/\d/.test((svg.getAttribute('aria-label') ?? '') +
          svg.closest('tr, li, figure, section, details, main').textContent))
      .map((svg) => svg.outerHTML.slice(0, 120)));

check('every part of a drawing has a colour of its own, not the black of the forgotten', () =>
  [...document.querySelectorAll('svg.stack rect, svg.progress-bar rect')]
      .filter((rect) => getComputedStyle(rect).fill === 'rgb(0, 0, 0)')
      .map((rect) => `${rect.parentElement.getAttribute('class')}: ${rect.outerHTML}`));

check('every table is named, and its headers say what they head', () =>
  [...document.querySelectorAll('table')].flatMap((table) => {
    const labels = table.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const name = [table.caption?.textContent, table.getAttribute('aria-label'),
      ...labels.map((id) => document.getElementById(id)?.textContent)].join('').trim();
    const headers = [...table.querySelectorAll('th')];
    const problems = headers.filter((th) => !th.scope).map((th) => `no scope: ${th.textContent}`);
    if (!name) problems.push(`a table has no name: ${table.textContent.trim().slice(0, 40)}`);
    if (headers.length === 0) problems.push(`"${name}" has no header`);
    return problems;
  }));

check('every figure in the data is the figure that is read', () => {
  const scales = {万: 1e4, 亿: 1e8};
  const words = {undecided: ['待定'], blank: ['—'], 0: ['无任务', '未报'],
    none: ['–', '未报', '待定', '无任务']};

  // The numbers in TEXT: 65600 in "65,600人", 4.91 and 491000000 in "4.91亿元".
  const numbersIn = (text) => [...text.replace(/[,\s]/g, '').matchAll(/(-?\d+(?:\.\d+)?)([万亿]?)/g)]
      .flatMap(([, digits, scale]) => [Number(digits), Number(digits) * (scales[scale] ?? 1)]);
  const same = (a, b) => Math.abs(a - b) <= 1e-9 * Math.abs(a);

  // 4月1日 or 2019年2月28日, in digits.
  const dateOf = (text) => text.match(/^(?:(\d+)年)?(\d+)月(\d+)日$/)?.slice(1)
      .map((part) => (part ?? '').padStart(2, '0')).join('').replace(/^00/, '');

  return [...document.querySelectorAll('[data-value]')].flatMap((element) => {
    const {value} = element.dataset;
    const own = element.cloneNode(true);
    own.querySelectorAll('.cell-progress').forEach((part) => part.remove());
    const text = (own.querySelector('.figure') ?? own).textContent;
    const shown = value !== '' && numbersIn(text).some((number) => same(Number(value), number));
    const said = words[value]?.some((word) => text.includes(word));
    const date = dateOf(text) ?? (text === '未定期限' ? value : '-');
    const dated = element.matches('.due') && value.endsWith(date);
    // Whoever reported all that was asked has a mark, and nothing to compare has no word.
    const marked = text.includes('已报') && Number(value) > 0;
    const empty = element.matches('.change') && value === 'blank' && text === '';
    return shown || said || dated || marked || empty ? [] : [`"${text.trim()}" for "${value}"`];
  });
});
