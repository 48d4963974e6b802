// The page of checks (勾稽): what it says of the plan, and where its figures lead.
import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {lookInto} from '../parsed.js';
import {htmlFiles, pagesOfType, read} from '../site.js';
import {expectNone} from './problems.js';

const checks = pagesOfType('checks');

test('the page of checks counts the verdicts that it lists, and the plan says the same', async () => {
  const pages = await lookInto(checks, (page) => {
    const numbers = (text) => [...text.matchAll(/(\d+)项/g)].map((match) => Number(match[1]));
    const listed = (id) => page.querySelectorAll(`section[aria-labelledby=${id}] .check`).length;
    const automatic = page.querySelectorAll('.automatic tbody tr:not(.group-row)');
    const claimed = page.querySelectorAll('section[aria-labelledby=accepted] .check .says');
    const rows = [...automatic].map((row) => row.querySelector('.verdict').textContent);
    return {said: numbers(page.querySelector('.lead').textContent), accepted: listed('accepted'),
      claims: listed('claims'), claimed: claimed.length,
      held: rows.filter((verdict) => verdict.includes('相符')).length,
      waived: rows.filter((verdict) => verdict.includes('已说明')).length};
  });
  expectNone([...pages].flatMap(([file, page]) => {
    const [all, held, accepted = 0, doubtful = 0] = page.said;
    const plan = read(path.join(path.dirname(file), 'index.html'));
    return [
      [all, held + accepted + doubtful, 'all'], [held, page.claims + page.held, 'that hold'],
      [accepted, page.accepted, 'accepted'],
      [plan.includes(`${all}项核对`), true, 'on the page of the plan'],
      [accepted === 0 || plan.includes(`${accepted}项与原文不符已说明`), true, 'accepted, on the plan'],
    ].filter(([said, there]) => said !== there)
        .map(([said, there, what]) => `${file}: ${what}: ${said} said, ${there} there`);
  }));
  assert.ok([...pages.values()].some((page) => page.accepted > 0 && page.claims > 0));
});

test('each check has its verdict, and both figures', async () => {
  const pages = await lookInto(checks, (page) => {
    const rows = [...page.querySelectorAll('.check tr:first-child')];
    return rows.filter((row) => {
      const [published, computed] = row.querySelectorAll('td.num');
      const verdict = row.querySelector('.verdict');
      const isSaid = /相符|不符|存疑/.test(verdict.textContent);
      return !isSaid || !verdict.querySelector('.status') || !/\d/.test(published.textContent) ||
          !/\d/.test(computed.textContent);
    }).map((row) => row.textContent.trim());
  });
  expectNone([...pages].flatMap(([file, rows]) => rows.map((row) => `${file}: ${row}`)));
});

// The inputs of checks that a document states: their figures and where they lead.
function statedInputs(page) {
  return [...page.querySelectorAll('.inputs li')].map((item) => ({
    figure: item.querySelector('b').textContent,
    to: item.querySelector('a:not(.origin)')?.getAttribute('href'),
    file: item.querySelector('.origin')?.textContent,
  }));
}

test('every figure that went into a check leads to its page and names its file and line', async () => {
  const pages = await lookInto(checks, statedInputs);
  const inputs = [...pages].flatMap(([file, list]) => list.map((input) => ({...input, on: file})));
  assert.ok(inputs.length >= 20, `only ${inputs.length} inputs`);
  const linked = inputs.filter(({to}) => to);
  expectNone(inputs.filter(({file}) => !/\.(yaml|md|csv) 第\d+行$/.test(file ?? ''))
      .map(({figure, file}) => `${figure}: ${file}`));
  const target = ({on, to}) => path.join(path.dirname(on), decodeURIComponent(to.split('#')[0]));
  expectNone(linked.filter((input) => !htmlFiles.includes(target(input))).map(({to}) => to));
  const digits = (text) => text.replace(/[,\s]/g, '');
  const stated = linked.filter(({to}) => to.startsWith('documents/'));
  expectNone(stated.filter((input) => !digits(read(target(input))).includes(digits(input.figure)))
      .map(({figure, to}) => `${figure} is not on ${to}`));
});
