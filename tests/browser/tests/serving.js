// docs/nginx.conf, run by nginx over a site that is built for a web server: with an address and
// with compressed files.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import zlib from 'node:zlib';
import {open, problemsOf} from '../browser.js';
import {serveByNginx} from '../nginx.js';
import {kinds} from '../site.js';
import {expectNone} from './problems.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const program = process.env.YAODIAN_PROGRAM ?? path.join(project, 'build/dev/yaodian');

let folder;
let site;
let server;

// What the server answers to a request for ADDRESS, as it is sent.
function ask(address, headers = {}) {
  return new Promise((resolve, reject) => {
    http.get(server.origin + address, {headers, agent: false}, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve(
          {status: response.statusCode, headers: response.headers, body: Buffer.concat(parts)}));
    }).on('error', reject);
  });
}

const read = (file) => fs.readFileSync(path.join(site, file));
const files = () => fs.readdirSync(site, {recursive: true}).map(String).sort();
const asset = (ending) => files().find((file) => file.startsWith('assets/') && file.endsWith(ending));

describe('docs/nginx.conf', () => {
  before(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yaodian-served-'));
    const content = path.join(folder, 'content');
    fs.cpSync(path.join(project, 'content'), content, {recursive: true});
    fs.appendFileSync(path.join(content, 'site.yaml'),
        'base_url: https://plans.example/\ncompress: [gzip, brotli]\n');
    site = path.join(folder, 'site');
    execFileSync(program, ['build', '--quiet', '--content', content, '--output', site],
        {cwd: project});
    server = await serveByNginx(site);
  });

  after(async () => {
    await server?.close();
    fs.rmSync(folder, {recursive: true});
  });

  test('every kind of file is sent whole, with its type and the charset', async () => {
    const types = {
      '.html': 'text/html; charset=utf-8',
      '.css': 'text/css; charset=utf-8',
      '.js': 'text/javascript; charset=utf-8',
      '.ics': 'text/calendar; charset=utf-8',
      '.svg': 'image/svg+xml; charset=utf-8',
      '.xml': 'application/xml; charset=utf-8',
      '.csv': 'text/csv; charset=utf-8',
      '.json': 'application/json; charset=utf-8',
      '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    };
    // Those that no page of the site has stand there as files of others.
    for (const ending of ['.csv', '.json', '.xlsx']) {
      fs.writeFileSync(path.join(site, `other${ending}`), '{}');
    }
    for (const [ending, type] of Object.entries(types)) {
      const file = ending === '.xml' ? 'sitemap.xml' : files().find((one) => one.endsWith(ending));
      const {status, headers, body} = await ask(`/${encodeURI(file)}`);
      assert.equal(status, 200, file);
      assert.equal(headers['content-type'], type, file);
      assert.deepEqual(body, read(file), file);
    }
    const feed = await ask('/feed.xml');
    assert.equal(feed.headers['content-type'], 'application/atom+xml; charset=utf-8');
  });

  test('every answer has the security headers, errors too', async () => {
    for (const address of ['/', '/haidian/2018/index.html', `/${asset('.css')}`, '/nothing/there']) {
      const {headers} = await ask(address);
      assert.match(headers['content-security-policy'], /^default-src 'none'; script-src 'self';/, address);
      assert.equal(headers['x-content-type-options'], 'nosniff', address);
      assert.equal(headers['referrer-policy'], 'same-origin', address);
      assert.equal(headers.server, 'nginx', address);
    }
  });

  test('browsers keep what has a fingerprint for ever, and ask again for everything else', async () => {
    for (const ending of ['.css', '.js', '.svg']) {
      const {headers} = await ask(`/${asset(ending)}`);
      assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
    }
    for (const address of ['/', '/haidian/2018/deadlines.ics', '/feed.xml', '/assets/missing.css',
      '/assets/missing.0123456789abcdef.css']) {
      assert.equal((await ask(address)).headers['cache-control'], 'no-cache', address);
    }
  });

  test('a page that is the same is not sent again', async () => {
    const {headers} = await ask('/index.html');
    const again = await ask('/index.html', {'If-None-Match': headers.etag});
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
  });

  test('the compressed files are sent to those who read them', async () => {
    for (const file of ['haidian/2018/index.html', asset('.css'), 'feed.xml']) {
      const encodings = [['gzip', 'gz', zlib.gunzipSync], ['br', 'br', zlib.brotliDecompressSync]];
      for (const [encoding, ending, decode] of encodings) {
        const {headers, body} = await ask(`/${file}`, {'Accept-Encoding': encoding});
        assert.equal(headers['content-encoding'], encoding, file);
        assert.equal(headers.vary, 'Accept-Encoding', file);
        assert.deepEqual(body, read(`${file}.${ending}`), `${file}.${ending}`);
        assert.deepEqual(decode(body), read(file), file);
      }
      const plain = await ask(`/${file}`);
      assert.equal(plain.headers['content-encoding'], undefined, file);
      assert.deepEqual(plain.body, read(file), file);
    }
  });

  test('a folder leads to its index', async () => {
    const {status, headers} = await ask('/haidian/2018');
    assert.equal(status, 301);
    assert.equal(headers.location, '/haidian/2018/');
    assert.deepEqual((await ask('/haidian/2018/')).body, read('haidian/2018/index.html'));
  });

  test('hidden files are not there for readers', async () => {
    const {status, body} = await ask('/.yaodian-manifest');
    assert.equal(status, 404);
    assert.deepEqual(body, read('404.html'));
  });

  test('an address that does not exist shows its page with styles, however deep', async () => {
    assert.equal((await ask('/haidian/2018/units/nobody.html')).status, 404);
    await open('haidian/2018/units/nobody.html', {at: server.origin}, async (tab) => {
      assert.equal(await tab.textContent('h1'), '没有这个页面');
      const sheets = await tab.evaluate(() => [...document.styleSheets].map((one) => one.cssRules.length));
      assert.ok(sheets.length >= 3 && sheets.every((rules) => rules > 0), `${sheets}`);
      await tab.click('main a');
      assert.equal(new URL(tab.url()).pathname, '/index.html');
      expectNone(tab.complaints.filter((text) => !text.includes('404 (Not Found)')));
    });
  });

  test('no page makes the browser complain', async () => {
    expectNone(await problemsOf(kinds, {at: server.origin}, async (tab) => tab.complaints));
    assert.equal(server.complaints(), '');
  });
});
