// script/figures, which says which figures of a source text are not on the site.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

const script = fileURLToPath(new URL('../../../script/figures', import.meta.url));

// Runs the script over a site of one page with BODY and a source NAME of LINES.
function missing(body, lines, name = 'source.txt') {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yaodian-figures-'));
  try {
    fs.mkdirSync(path.join(folder, 'site', 'files'), {recursive: true});
    fs.writeFileSync(path.join(folder, 'site', 'index.html'), `<main>${body}</main>`);
    fs.writeFileSync(path.join(folder, 'site', 'files', 'a.html'), '<p>77户</p>');
    fs.writeFileSync(path.join(folder, name), lines.join('\n'));
    const run = spawnSync(process.execPath,
        [script, path.join(folder, name), path.join(folder, 'site')], {encoding: 'utf8'});
    const found = run.stdout.split('\n').filter((line) => line.includes('is not on the site'))
        .map((line) => line.replace(/^.*?:(\d+: \S+) is not.*/, '$1'));
    return {found, status: run.status};
  } finally {
    fs.rmSync(folder, {recursive: true});
  }
}

test('the list of figures finds them however they are written', () => {
  const body = '<p>单位<b>15,099</b><span> 户</span>，2.43%</p><td>12</td><td>3</td><time>2018-02-28</time>';
  const lines = ['１５０９９户', '2.43％', '2018年2月28日', '12', '3', '1. 单位', '（2）单位'];
  assert.deepEqual(missing(body, lines), {found: [], status: 0});
});

test('the list of figures names what is missing with its line and its unit', () => {
  const body = '<td>12</td><td>3</td><p>15099户，4.9亿元，50余人</p>';
  const lines = ['职工123人', '15099人和5099户', '4.91亿元', '50人', '77户'];
  assert.deepEqual(missing(body, lines), {
    found: ['1: 123人', '2: 15099人', '2: 5099户', '3: 4.91亿元', '4: 50人', '5: 77户'],
    status: 1,
  });
});

test('the list of figures leaves out what docs/figures.md gives a reason for', () => {
  assert.deepEqual(missing('<p>无</p>', ['电话12345678'], 'haidian-2018.txt'), {found: [], status: 0});
  assert.equal(missing('<p>无</p>', ['电话12345678']).status, 1);
});
