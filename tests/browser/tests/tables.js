// What JavaScript adds to a task table: sorting and a filter.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {open, problemsOf, soon} from '../browser.js';
import {pagesOfType, read} from '../site.js';
import {expectNone} from './problems.js';

// Pages with one long table: the task tables, and all units by kind, each kind a body of its own. A
// table of texts is not sorted.
const tables = pagesOfType('table', 'units').filter((file) => read(file).includes('sortable'));
const theTable = (tab) => tab.locator('main table.sortable').first();

const measuresOf = (tab) => theTable(tab).evaluate(
    (table) => [...table.tHead.querySelectorAll('th[data-measure]')].map(
        (th) => th.dataset.measure));

// The values of a column in the order of the rows, a list for each body.
const valuesOf = (tab, measure) => theTable(tab).evaluate((table, name) => {
  const ofBody = (body) => [...body.querySelectorAll(`td[data-measure="${name}"]`)].map(
      (cell) => cell.dataset.value);
  return [...table.tBodies].map(ofBody);
}, measure);

const header = (tab, measure) =>
  tab.locator(`main table.sortable th[data-measure="${measure}"]`).first();

const isNumber = (value) => value !== '' && Number.isFinite(Number(value));

// What is wrong with VALUES as a column sorted in DIRECTION, or nothing.
function disorder(values, direction) {
  const firstWord = values.findIndex((value) => !isNumber(value));
  const numbers = values.slice(0, firstWord < 0 ? values.length : firstWord).map(Number);
  if (values.slice(numbers.length).some(isNumber)) return '待定 and blanks do not stand last';
  const sign = direction === 'ascending' ? 1 : -1;
  const wrong = numbers.some((number, at) => at > 0 && sign * (number - numbers[at - 1]) < 0);
  return wrong ? `${numbers} is not ${direction}` : undefined;
}

// Presses the header's button with PRESS and returns what is wrong then.
async function sortedBy(tab, measure, press, before) {
  await press(header(tab, measure).locator('button'));
  const direction = await header(tab, measure).getAttribute('aria-sort');
  if (!['ascending', 'descending'].includes(direction)) return [`aria-sort is ${direction}`];
  const others = await theTable(tab).locator('th[aria-sort$=cending]').count();
  const problems = others === 1 ? [] : [`${others} columns say that they sort`];
  if (direction === before) problems.push(`it stays ${direction} when pressed again`);
  const wrong = (await valuesOf(tab, measure)).map((values) => disorder(values, direction));
  return [...problems, ...wrong.filter(Boolean)];
}

async function sortingProblems(tab, press) {
  const problems = [];
  for (const measure of await measuresOf(tab)) {
    const published = await valuesOf(tab, measure);
    if (await header(tab, measure).locator('button').count() !== 1) {
      problems.push(`${measure}: no button in its header`);
      continue;
    }
    const first = await sortedBy(tab, measure, press);
    const direction = await header(tab, measure).getAttribute('aria-sort');
    const second = await sortedBy(tab, measure, press, direction);
    problems.push(...[...first, ...second].map((problem) => `${measure}: ${problem}`));
    const sorted = await valuesOf(tab, measure);
    if (String(sorted.flat().sort()) !== String(published.flat().sort())) {
      problems.push(`${measure}: rows were lost`);
    }
  }
  return problems;
}

test('the site has task tables to sort and to filter', () => assert.ok(tables.length > 0));

test('a click on a header sorts by its figures, words last, and back', async () => {
  expectNone(await problemsOf(tables, {},
      (tab) => sortingProblems(tab, (button) => button.click())));
});

test('the keyboard sorts as the pointer does', async () => {
  expectNone(await problemsOf(tables.slice(0, 1), {},
      (tab) => sortingProblems(tab, (button) => button.press('Enter'))));
});

test('a sorted row keeps its unit, its figures and the total stays below', async () => {
  const rowsOf = (tab) => theTable(tab).evaluate((table) => ({
    rows: [...table.tBodies].map((body) => [...body.rows].map((row) => row.innerText).sort()),
    foot: table.tFoot?.innerText,
    last: table.lastElementChild === (table.tFoot ?? table.tBodies[table.tBodies.length - 1]),
  }));
  expectNone(await problemsOf(tables, {}, async (tab) => {
    const before = await rowsOf(tab);
    const [measure] = await measuresOf(tab);
    await header(tab, measure).locator('button').click({timeout: 2000});
    const after = await rowsOf(tab);
    return JSON.stringify(after) === JSON.stringify(before) && after.last ?
        [] : ['rows or total differ after sorting'];
  }));
});

// A short table can be seen whole: it needs no filter.
const isLong = (file) => read(file).match(/<tr\b/g).length > 12;
const filtered = tables.filter(isLong);

// A page may have a filter for each of its tables; the first is of the first.
const filter = (tab) => tab.getByLabel('筛选单位').first();
const shownRows = (tab) => theTable(tab).evaluate(
    (table) => [...table.querySelectorAll('tbody tr:has(td)')]
        .filter((row) => row.getClientRects().length > 0)
        .map((row) => row.querySelector('th').innerText.trim()));
const announced = (tab) => tab.locator('main [aria-live], main [role=status]').allInnerTexts()
    .then((texts) => texts.join(' '));

test('the filter leaves the units that match, and says how many', async () => {
  assert.ok(filtered.length > 0, 'the site has no long task table');
  expectNone(await problemsOf(filtered, {}, async (tab) => {
    if (await filter(tab).count() === 0) return ['there is no field 筛选单位'];
    const all = await shownRows(tab);
    const name = all.at(-1);
    const matching = all.filter((unit) => unit.includes(name)).length;
    const problems = [];
    const expectShown = async (typed, count) => {
      await filter(tab).fill(typed);
      if (!await soon(async () => (await shownRows(tab)).length === count)) {
        problems.push(`"${typed}" does not leave ${count} rows`);
      }
    };
    await expectShown(name, matching);
    if (!(await shownRows(tab)).includes(name)) problems.push(`"${name}" does not show ${name}`);
    const words = await announced(tab);
    if (!new RegExp(`(^|\\D)${matching}(\\D|$)`).test(words)) {
      problems.push(`"${words}" does not say that ${matching} match`);
    }
    await expectShown('没有这个单位', 0);
    if (await announced(tab) === words) problems.push('nobody hears that none match');
    await expectShown('', all.length);
    return problems;
  }));
});

test('the filter and the sorting can be used together', async () => {
  const [file] = filtered;
  await open(file, {}, async (tab) => {
    const name = (await shownRows(tab)).at(-1);
    await filter(tab).fill(name, {timeout: 2000});
    assert.ok(await soon(async () => (await shownRows(tab)).length === 1));
    const [measure] = await measuresOf(tab);
    await header(tab, measure).locator('button').click({timeout: 2000});
    assert.deepEqual(await shownRows(tab), [name]);
  });
});

const maps = pagesOfType('table').filter((file) => read(file).includes('heat-map'));

// The first cell of each row of the heat map: a completion, or a word.
const heatOf = (tab) => tab.locator('table.heat-map').evaluate((table) =>
  [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => {
    const cell = row.querySelector('td').cloneNode(true);
    cell.querySelectorAll('.hidden').forEach((part) => part.remove());
    return cell.textContent.trim();
  }));

test('the heat map sorts by completion, with words last', async () => {
  assert.ok(maps.length > 0, 'no task table has a heat map');
  expectNone(await problemsOf(maps, {}, async (tab) => {
    const head = tab.locator('table.heat-map th[data-measure]').first();
    const problems = [];
    for (let press = 0; press < 2; press++) {
      await head.locator('button').click({timeout: 2000});
      const texts = await heatOf(tab);
      const values = texts.map((text) => text.match(/^([\d.]+)%$/)?.[1] ?? '');
      const wrong = disorder(values, await head.getAttribute('aria-sort'));
      if (wrong) problems.push(wrong);
      if (!values.some(isNumber)) problems.push(`no completion among ${texts}`);
    }
    return problems;
  }));
});
