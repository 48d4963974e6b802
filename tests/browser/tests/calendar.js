// Deadlines: the pages of months, and the files that a calendar program reads.
import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {open, problemsOf} from '../browser.js';
import {lookInto} from '../parsed.js';
import {files, folder, htmlFiles, pagesOfType, read} from '../site.js';
import {expectNone} from './problems.js';

const calendars = files.filter((file) => file.endsWith('.ics'));
const unfold = (text) => text.replace(/\r\n[ \t]/g, '');

// What is wrong with the order of the BEGIN and END among LINES.
function unbalanced(lines) {
  const inside = [];
  for (const line of lines) {
    const [, kind, name] = line.match(/^(BEGIN|END):(.+)$/) ?? [];
    if (kind === 'BEGIN') inside.push(name);
    if (kind === 'END' && inside.pop() !== name) return [`END:${name} ends nothing`];
  }
  return inside.map((name) => `${name} does not end`);
}

function problemsOfEvent(event) {
  const start = event.match(/^DTSTART;VALUE=DATE:(\d{8})$/m)?.[1];
  const end = event.match(/^DTEND;VALUE=DATE:(\d{8})$/m)?.[1];
  const wanted = [/^UID:\S+@\S+$/m, /^DTSTAMP:\d{8}T\d{6}Z$/m, /^SUMMARY:.+$/m];
  return [
    ...wanted.filter((pattern) => !pattern.test(event)).map((pattern) => `no ${pattern}`),
    ...(start ? [] : ['no DTSTART']),
    ...(start && end && end > start ? [] : [`ends ${end}, starts ${start}`]),
  ];
}

function problemsOfCalendar(text) {
  const problems = [];
  const raw = text.split('\r\n');
  if (raw.pop() !== '') problems.push('the last line does not end');
  if (raw.some((line) => /[\r\n]/.test(line))) problems.push('a line ends without CRLF');
  problems.push(...raw.filter((line) => Buffer.byteLength(line) > 75)
      .map((line) => `${Buffer.byteLength(line)} octets: ${line}`));
  if (text.includes('\ufffd')) problems.push('a character is cut by a fold');
  const lines = unfold(text).split('\r\n').filter(Boolean);
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines.at(-1) !== 'END:VCALENDAR') {
    problems.push('is no calendar');
  }
  problems.push(...unbalanced(lines));
  problems.push(...lines.filter((line) => !/^[A-Z-]+[;:]/.test(line))
      .map((line) => `no name: ${line}`));
  for (const name of ['VERSION:2.0', 'PRODID:']) {
    if (!lines.some((line) => line.startsWith(name))) problems.push(`no ${name}`);
  }
  const uids = lines.filter((line) => line.startsWith('UID:'));
  problems.push(...uids.filter((uid, at) => uids.indexOf(uid) !== at)
      .map((uid) => `twice: ${uid}`));
  const events = lines.join('\n').split('BEGIN:VEVENT\n').slice(1);
  return [...problems, ...events.flatMap(problemsOfEvent)];
}

test('every calendar file can be parsed', () => {
  assert.ok(calendars.length > 0, 'the site has no calendar file');
  expectNone(calendars.flatMap(
      (file) => problemsOfCalendar(read(file)).map((problem) => `${file}: ${problem}`)));
});

test('every calendar file is linked from a page, and comes as a calendar', async () => {
  const links = await lookInto(htmlFiles, (page) =>
    [...page.querySelectorAll('a[href$=".ics"]')].map((a) => a.getAttribute('href')));
  const linked = new Set([...links].flatMap(([file, addresses]) =>
    addresses.map((address) => path.join(path.dirname(file), address))));
  expectNone(calendars.filter((file) => !linked.has(file)).map((file) => `${file} is not linked`));
  expectNone([...linked].filter((file) => !calendars.includes(file))
      .map((file) => `${file} does not exist in ${folder}`));
  await open(pagesOfType('calendar')[0], {}, async (tab) => {
    const [download] = await Promise.all([tab.waitForEvent('download', {timeout: 3000}),
      tab.locator('main a[href$=".ics"]').first().click()]);
    assert.equal(download.suggestedFilename(), 'deadlines.ics');
  });
});

test('the calendar has as many deadlines as it says, and as the calendar file', async () => {
  const pages = await lookInto(pagesOfType('calendar'), (page) => {
    const numberIn = (text) => Number(text?.match(/(\d+)个/)?.[1]);
    const entries = (part) => part.querySelectorAll('.day li').length;
    const days = [...page.querySelectorAll('.month-grid a')].map((link) => {
      const day = page.getElementById(link.getAttribute('href').slice(1));
      return {name: link.getAttribute('href'), said: numberIn(link.textContent),
        there: day?.querySelectorAll('li').length,
        day: numberIn(day?.querySelector('h3 .count').textContent)};
    });
    const months = [...page.querySelectorAll('main > section')].map((month) => ({
      name: month.querySelector('h2').textContent,
      said: numberIn(month.querySelector('h2 .count').textContent), there: entries(month)}));
    const all = {name: 'all', said: numberIn(page.querySelector('main .meta').textContent),
      there: entries(page)};
    const unlinked = page.querySelectorAll('.day').length - days.length;
    return {parts: [...days, ...months, all], unlinked, total: entries(page)};
  });
  expectNone([...pages].flatMap(([file, {parts, unlinked, total}]) => {
    const calendar = read(path.join(path.dirname(file), 'deadlines.ics'));
    const events = calendar.match(/BEGIN:VEVENT/g)?.length ?? 0;
    return [
      ...parts.filter(({said, there, day}) => said !== there || (day ?? said) !== said)
          .map(({name, said, there, day}) => `${name}: ${said} said, ${there} there, day ${day}`),
      ...(unlinked === 0 ? [] : [`${unlinked} days have no link in the grid`]),
      ...(events === total ? [] : [`${events} in the file, ${total} on the page`]),
    ].map((problem) => `${file}: ${problem}`);
  }));
});

test('a day of the calendar leads to its entries', async () => {
  const withDays = pagesOfType('calendar').filter((file) => read(file).includes('month-grid'));
  expectNone(await problemsOf(withDays, {}, async (tab) => {
    const day = tab.locator('.month-grid a').last();
    await day.click({timeout: 2000});
    const where = new URL(tab.url()).hash.slice(1);
    const isSeen = await tab.evaluate((id) => {
      const {top, bottom} = document.getElementById(id).getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    }, where);
    return isSeen ? [] : [`${where} is not seen`];
  }));
});
