// The promise that every figure can be followed to its file and line: each one of every page either
// stands on the line that its own row leads to, or is computed from figures that do, which are found
// behind the links of its row and computed once more here.
import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {lookInto} from '../parsed.js';
import {htmlFiles, pagesOfType, typeOf} from '../site.js';
import {expectNone} from './problems.js';

// What a page shows: its figures with the links of their rows, the months of a unit, and the lines
// of a file.
const look = (page) => {
  const hrefs = (place, selector) => [...new Set([...place?.querySelectorAll(selector) ?? []]
      .map((link) => link.getAttribute('href')).filter(Boolean))];
  const figure = (element) => {
    const {value, done, observed, measure, unit, date} = element.dataset;
    const place = element.closest('tr, li') ?? element.closest('section, main');
    let below = element.closest('.scroll')?.nextElementSibling;
    while (below?.matches('.legend')) below = below.nextElementSibling;
    const named = element.matches('.change') ? element.previousElementSibling.dataset : {};
    return {
      value: value ?? done ?? observed, isDone: done !== undefined, date,
      measure: measure ?? named.measure, unit: unit ?? named.unit,
      class: element.matches('td.due') ? 'due' : element.matches('.change') ? 'change' :
        element.closest('.heat-map, .completions') ? 'completion' :
        element.closest('table.reported') ? 'count' : '',
      inFoot: element.closest('tfoot') !== null,
      origins: hrefs(place, 'a.origin'),
      links: [...hrefs(place, 'a:not(.origin)'), ...hrefs(element.closest('section'), 'h2 a'),
        ...hrefs(below?.matches('.more') ? below : null, 'a')],
    };
  };
  const year = page.querySelector('.nav-plan span')?.textContent.slice(0, 4);
  const months = [...page.querySelectorAll('.quota')].flatMap((quota) => {
    const {measure, value} = quota.querySelector('[data-measure]').dataset;
    let inYear = year;  // of the period before, which one of the same year does not repeat
    // The first of the month, where a period does not say its day.
    const dateOf = (period) => {
      const [, of = inYear, month, day = '1'] = /^(?:(\d+)年)?(\d+)月(?:(\d+)日)?/.exec(period);
      inYear = of;
      return [of, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
    };
    return [...quota.querySelectorAll('.months li')].map((month) => ({
      measure, quota: quota.querySelector('[data-value]')?.dataset.value ?? value,
      isQuota: quota.closest('.result') === null,
      date: dateOf(month.textContent),
      figure: month.querySelector('b').textContent.replaceAll(',', ''),
      origin: month.querySelector('b a')?.getAttribute('href'),
    }));
  });
  const entries = [...page.querySelectorAll('.ledger > li')].map((task) => ({
    id: task.id.replace(/^task-/, ''),
    origin: task.querySelector('.sub a.origin')?.getAttribute('href'),
    log: [...task.querySelectorAll('.log li')].map((entry) => ({
      text: entry.textContent, origin: entry.querySelector('a.origin')?.getAttribute('href')})),
  }));
  return {
    figures: [...page.querySelectorAll('main :is([data-value], [data-done], [data-observed])')]
        .map(figure),
    months, entries,
    // What is no figure of a cell: numbers in words beside their line.
    stated: [...page.querySelectorAll('.card, .plain-total')].map((one) => ({
      text: one.textContent, origins: hrefs(one, 'a.origin')})),
    checked: [
      ...[...page.querySelectorAll('.check tr:first-child, .automatic tbody tr:not(.group-row)')]
          .map((row) => ({of: row.querySelector('th').textContent, isCheck: true,
            figure: row.querySelector('td[data-label=原文]').textContent,
            origins: hrefs(row.querySelector('th'), 'a.origin')})),
      ...[...page.querySelectorAll('.inputs li')].map((item) => ({
        of: item.querySelector('span').textContent, figure: item.querySelector('b').textContent,
        origins: hrefs(item, 'a.origin')})),
    ],
    recorded: [...page.querySelectorAll('.reason')].map((reason) => ({
      text: reason.firstChild.textContent.trim(), origins: hrefs(reason, 'a.origin')})),
    lines: [...page.querySelectorAll('ol.lines > li')].map((line) => [line.id, line.textContent]),
  };
};

let found;    // what each page shows
let linesOf;  // the lines of each file's page
const quotas = new Map();  // [unit][measure]: what is asked of it, and its months
const target = (file, href) => path.join(path.dirname(file), decodeURIComponent(href.split('#')[0]));

// The line that HREF of FILE leads to: its file, number and text.
function follow(file, href) {
  const [, id] = href.split('#');
  const name = target(file, href);
  const text = linesOf.get(name)?.get(id);
  return text === undefined ? undefined : {name, number: Number(id.slice(1)), text};
}

const scale = {万: 1e4, 亿: 1e8};
const same = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

// The numbers that TEXT writes: thousands separators do not count, 6.7万 is 67000.
const numbersIn = (text) => [...text.normalize('NFKC').replace(/(\d),(?=\d{3})/g, '$1')
    .matchAll(/(\d+(?:\.\d+)?)(万|亿)?/g)]
    .map(([, digits, unit]) => Number(digits) * (scale[unit] ?? 1));

// Whether TEXT writes VALUE; what is to be decided is 待定.
function writes(text, value) {
  if (value === 'undecided') return text.includes('待定');
  const [number] = numbersIn(value);
  return numbersIn(text).some((one) => same(one, number));
}

// The cell of MEASURE in the row at LINE, where it is a row of a table on one line; else the line.
function cellAt({name, number, text}, measure) {
  const row = text.match(/^\s*- \[(.*)\]\s*(#.*)?$/) ?? text.match(/^\s*total: \[(.*)\]/);
  if (!row || !measure || measure.startsWith('target:')) return text;
  const id = measure.split('.')[1];
  const ids = [];
  for (let above = number - 1; above > 0; above--) {
    const line = linesOf.get(name).get(`L${above}`);
    const listed = line.match(/^\s*columns: \[(.*)\]/);
    if (listed) {
      ids.unshift(...listed[1].split(',').map((one) => one.trim()));
      break;
    }
    const one = line.match(/^\s*- \{?id: ([a-z0-9-]+)/);
    if (one) ids.unshift(one[1]);
  }
  const cells = row[1].split(',').slice(text.trimStart().startsWith('-') ? 1 : 0);
  assert.equal(cells.length, ids.length, `${name} line ${number} and its columns`);
  return cells[ids.indexOf(id)] ?? '';
}

// Whether FIGURE of FILE stands on a line that its row leads to. What was done is in a report, what
// a unit's page holds it against is not.
const isStated = (file, figure) => figure.isStated ??= isOnALine(file, figure);

function isOnALine(file, figure) {
  return figure.origins.some((href) => {
    const line = follow(file, href);
    if (!line) return false;
    const isReport = line.name.includes('/files/reports/');
    if (typeOf(file) === 'unit' && figure.isDone !== isReport) return false;
    return writes(cellAt(line, figure.measure), figure.value);
  });
}

const isFigure = ({value, class: kind}) =>
  kind !== 'due' && (value === 'undecided' || (value !== '' && /\d/.test(value)));
const figuresOf = (file) => found.get(file)?.figures ?? [];

// Looks at all pages once, for the first test.
async function load() {
  if (found) return;
  found = await lookInto(htmlFiles, look);
  linesOf = new Map([...found].map(([file, {lines}]) => [file, new Map(lines)]));
  for (const file of pagesOfType('unit')) {
    const {figures, months} = found.get(file);
    const of = (measure) => ({
      asked: figures.find((one) => one.measure === measure && !one.isDone),
      months: months.filter((month) => month.measure === measure),
    });
    quotas.set(path.basename(file, '.html'),
        new Map([...new Set(figures.map((one) => one.measure))]
            .map((measure) => [measure, {file, ...of(measure)}])));
  }
}

const isReported = (month) => month.figure !== '—';
const lastUpTo = (months, date) =>
  months.filter((month) => isReported(month) && month.date <= date).at(-1);
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

// The places behind the links of FIGURE that say the same, and say where it stands.
const isQuoted = (file, figure) => figure.links.some((href) => {
  const other = target(file, href);
  return figuresOf(other).some((one) => one.measure === figure.measure &&
      one.isDone === figure.isDone && (!figure.unit || one.unit === figure.unit) &&
      one.value === figure.value && isStated(other, one));
});

// Whether a total is the sum of the cells of its table, on its own page or behind its links.
const isSumOfCells = (file, figure) => [file, ...figure.links.map((href) => target(file, href))]
    .some((page) => {
      const cells = figuresOf(page).filter((one) => one.measure === figure.measure && one.unit &&
          one.class === '' && isStated(page, one));
      return cells.length > 0 &&
          same(sum(cells.map((one) => Number(one.value)).filter(Number.isFinite)),
              Number(figure.value));
    });

// Whether a figure of all units is the sum of what each had reported last by DATE.
function isSumOfReports(figure, date = '9999') {
  const last = [...quotas.values()].map((of) => of.get(figure.measure))
      .map((quota) => quota && lastUpTo(quota.months, date)).filter(Boolean);
  return last.length > 0 &&
      same(sum(last.map((month) => Number(month.figure))), Number(figure.value));
}

// Whether a share is what its unit's page has done of what was asked, or just what was done.
function isCompletion(file, figure) {
  const quota = quotas.get(figure.unit)?.get(figure.measure);
  if (!quota) return figure.inFoot && isShareOfSums(figure);
  if (!figure.links.some((href) => target(file, href) === quota.file)) return false;
  const done = Number(lastUpTo(quota.months, '9999')?.figure);
  return same(done, Number(figure.value)) || isShare(done, Number(quota.asked.value), figure.value);
}

const isShare = (done, asked, percent) => Math.abs(done / asked * 100 - Number(percent)) <= 0.1;

function isShareOfSums(figure) {
  const of = [...quotas.values()].map((one) => one.get(figure.measure)).filter(Boolean);
  const done = sum(of.map(({months}) => Number(lastUpTo(months, '9999')?.figure ?? 0)));
  const asked = sum(of.map((one) => Number(one.asked.value)).filter(Number.isFinite));
  return isShare(done, asked, figure.value);
}

// Whether what was added since the last time is the difference of two figures of the unit's page.
function isDifference(figure) {
  const months = quotas.get(figure.unit)?.get(figure.measure)?.months.filter(isReported) ?? [];
  return months.some((now) => months.some((last) => last.date < now.date &&
      same(Number(now.figure) - Number(last.figure), Number(figure.value))));
}

// Whether a count of the reports is that of the unit's page, or of the cells above or beside it.
function isCount(file, figure) {
  if (figure.date) {
    const reported = [...quotas.get(figure.unit).values()].flatMap(({months}) => months).filter(
        (month) => month.isQuota && month.date.slice(0, 7) === figure.date.slice(0, 7) &&
            isReported(month) && Number(month.quota) > 0);
    return reported.length === Number(figure.value);
  }
  const counts = figuresOf(file).filter((one) => one.class === 'count' && one.date);
  if (figure.unit) {
    return Number(figure.value) ===
        counts.filter((one) => one.unit === figure.unit && one.value === '0').length;
  }
  const dates = [...new Set(counts.map((one) => one.date))];
  return dates.some((date) => counts.filter((one) => one.date === date && Number(one.value) > 0)
      .length === Number(figure.value));
}

// How FIGURE of FILE can be followed, or undefined.
function wayOf(file, figure) {
  if (isStated(file, figure)) return 'stated';
  // A line that does not say it is wrong, even if another page knows better.
  if (figure.class === '' && figure.origins.length > 0) return undefined;
  if (isQuoted(file, figure)) return 'quoted';
  if (figure.class === 'completion') return isCompletion(file, figure) ? 'share' : undefined;
  if (figure.class === 'change') return isDifference(figure) ? 'difference' : undefined;
  if (figure.class === 'count') return isCount(file, figure) ? 'count' : undefined;
  if (isSumOfCells(file, figure)) return 'sum';
  const isReport = typeOf(file) === 'report';
  const date = isReport ? path.basename(file, '.html') : undefined;
  const isDone = figure.isDone || (isReport && figure.inFoot);
  return isDone && isSumOfReports(figure, date) ? 'sum' : undefined;
}

test('every figure of every page can be followed to the line that it stands in', async () => {
  await load();
  const ways = new Map();
  const problems = htmlFiles.flatMap((file) => figuresOf(file).filter(isFigure).map((figure) => {
    const way = wayOf(file, figure);
    const key = `${typeOf(file)} ${way}`;
    ways.set(key, (ways.get(key) ?? 0) + 1);
    return way ? undefined : `${file}: ${figure.value} of ${figure.unit ?? ''} ${figure.measure} ` +
        `(${[figure.class, ...figure.origins].join(' ')})`;
  }).filter(Boolean));
  expectNone(problems);
  // Without figures to follow this would prove nothing.
  const atLeast = {'unit stated': 300, 'table stated': 300, 'table share': 100, 'plan quoted': 5,
    'portal quoted': 5, 'report stated': 200, 'report difference': 100, 'target stated': 40,
    'targets stated': 40, 'units quoted': 100, 'document quoted': 10, 'correction stated': 1,
    'reports count': 50};
  expectNone(Object.entries(atLeast).filter(([key, least]) => !(ways.get(key) >= least))
      .map(([key, least]) => `${key}: ${ways.get(key) ?? 0} figures, not ${least}`));
});

test('every month of a unit leads to the line of the report that says it', async () => {
  await load();
  const months = [...quotas.values()].flatMap((of) => [...of.values()])
      .flatMap(({file, months: all}) => all.map((month) => ({file, month})))
      .filter(({month}) => isReported(month));
  expectNone(months.flatMap(({file, month}) => {
    const line = month.origin && follow(file, month.origin);
    const isRight = line?.name.includes('/files/reports/') &&
        writes(cellAt(line, month.measure), month.figure);
    return isRight ? [] : [`${file}: ${month.figure} of ${month.measure}, ${month.date}`];
  }));
  assert.ok(months.length > 500, `${months.length} months`);
});

test('every task of the ledger and every write-off leads to its line', async () => {
  await load();
  const all = pagesOfType('ledger').flatMap((ledger) =>
    found.get(ledger).entries.map((entry) => ({ledger, ...entry})));
  expectNone(all.flatMap(({ledger, id, origin, log}) => {
    const task = origin && follow(ledger, origin);
    const problems = task?.text.includes(`id: ${id}`) ? [] : [`task ${id} leads to ${task?.text}`];
    return problems.concat(log.map((entry) => {
      const line = entry.origin && follow(ledger, entry.origin);
      const [, year, month, day] = entry.text.match(/^(\d+)年(\d+)月(\d+)日/);
      const iso = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
      return line?.text.includes(`on: ${iso}`) ? undefined : `${id}, ${iso}: ${line?.text}`;
    }).filter(Boolean));
  }));
  assert.ok(all.length > 50, `${all.length} tasks`);
});

test('figures of a report that belong to no target lead to their line', async () => {
  await load();
  const all = [...found].flatMap(([file, {stated}]) => stated.map((one) => ({file, ...one})));
  expectNone(all.filter(({file, text, origins}) => !origins.some((href) => {
    const line = follow(file, href);
    return line && numbersIn(text).some((number) => writes(line.text, String(number)));
  })).map(({file, text}) => `${file}: ${text}`));
  assert.ok(all.length > 0);
});

test('every figure of the checks leads to its line, others to what they are of', async () => {
  await load();
  const ways = {stated: 0, column: 0, text: 0};
  // A figure that a check shows is written where it leads. One that went into it may be computed
  // from a column, and all figures of a column, a report or a text may be checked at once.
  const wayTo = (file, {figure, isCheck, origins: [href, ...more]}) => {
    if (!href || more.length > 0) return undefined;
    const [number] = numbersIn(figure);
    const line = follow(file, href)?.text;
    if (line === undefined)
      return number === undefined && linesOf.get(target(file, href)) ? 'text' : undefined;
    if (number !== undefined && writes(line, String(number))) return 'stated';
    const isWhole = number === undefined || !isCheck;
    return isWhole && /\b(id|title|as_of|corrects): /.test(line) ? 'column' : undefined;
  };
  expectNone(pagesOfType('checks').flatMap((file) => found.get(file).checked.map((one) => {
    const way = wayTo(file, one);
    ways[way]++;
    return way ? undefined : `${file}: ${one.of}, ${one.figure}: ${one.origins.join(' ')}`;
  }).filter(Boolean)));
  const atLeast = {stated: 30, column: 10, text: 5};
  expectNone(Object.entries(atLeast).filter(([way, least]) => !(ways[way] >= least))
      .map(([way, least]) => `${way}: ${ways[way]} figures, not ${least}`));
});

test('the reason of each contradiction leads to its entry in checks.yaml', async () => {
  await load();
  const all = pagesOfType('checks').flatMap((file) =>
    found.get(file).recorded.map((one) => ({file, ...one})));
  expectNone(all.filter(({file, origins}) => origins.length !== 1 ||
      !follow(file, origins[0])?.name.endsWith('/files/checks.yaml.html'))
      .map(({file, text}) => `${file}: ${text}`));
  assert.ok(all.length > 0);
});

test('a file shows every line once, and says where it comes from and what it makes', async () => {
  const files = pagesOfType('file');
  expectNone([...await lookInto(files, (page) => ({
    made: page.querySelectorAll('main .meta a').length,
    source: page.querySelector('main .meta').textContent.includes('来源：'),
    gaps: [...page.querySelectorAll('ol.lines > li')].filter((li, at) => li.id !== `L${at + 1}`)
        .length,
    lines: page.querySelectorAll('ol.lines > li').length,
    isEmptyRegister: page.querySelector('ol.lines').textContent.includes('units: []'),
  }))].flatMap(([file, {made, source, gaps, lines, isEmptyRegister}]) => [
    made === 0 && !isEmptyRegister && `${file}: makes no page`,
    /\/(tables|documents)\//.test(file) && !source && `${file}: no source`,
    (gaps > 0 || lines === 0) && `${file}: ${lines} lines, ${gaps} out of place`,
  ].filter(Boolean)));
  assert.ok(files.length > 20, `${files.length} files`);
});
