// One Chromium and one server for all tests.
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';
import {serveByNginx} from './nginx.js';
import {serve} from './server.js';
import {folder} from './site.js';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const tabsAtOnce = 2;

let browser;
let server;

export async function start() {
  server = await (process.env.YAODIAN_SERVER === 'nginx' ? serveByNginx(folder) : serve());
  browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: flags});
}

export async function stop() {
  await browser?.close();
  server?.close();
}

export const origin = () => server.origin;

// A tab with SETTINGS, which are Playwright's for a context, and `file: true` to open pages by
// file://, `afresh: true` to have the keyboard start at the top of each, `at` for
// the origin of another server. tab.show(file) opens a
// page of the site; then tab.complaints is whatever the browser complained about since, and tab.requests
// what it asked for.
async function newTab({file: byFile, afresh, at, ...settings}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, ...settings});
  const tab = await context.newPage();
  const complain = (text) => tab.complaints.push(text);
  tab.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complain(message.text());
  });
  tab.on('pageerror', (error) => complain(String(error)));
  // A request that leaving the page has cut off is no complaint: that every address leads somewhere is a test of its own.
  tab.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') complain(`failed (${why}): ${request.url()}`);
  });
  tab.on('request', (request) => tab.requests.push(request.url()));
  tab.show = async (file) => {
    if (afresh) await tab.goto('about:blank');
    tab.complaints = [];
    tab.requests = [];
    const address = byFile ? pathToFileURL(path.join(folder, file)).href : `${at ?? origin()}/${file}`;
    await tab.goto(address);
  };
  return tab;
}

// Opens FILE of the site and returns what LOOK(tab) returns.
export async function open(file, settings, look) {
  const tab = await newTab(settings);
  try {
    await tab.show(file);
    return await look(tab);
  } finally {
    await tab.context().close();
  }
}

// Waits up to a second for LOOK() to be true. Returns whether it was.
export async function soon(look) {
  for (const end = Date.now() + 1000; Date.now() < end;) {
    if (await look()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

// Opens each of FILES. LOOK(tab, file) returns a list of problems; all of them are returned, each
// with the file in front.
export async function problemsOf(files, settings, look) {
  const found = new Map();
  const waiting = [...files];
  const worker = async () => {
    const tab = await newTab(settings);
    try {
      for (let file; (file = waiting.shift());) {
        await tab.show(file);
        found.set(file, await look(tab, file));
      }
    } finally {
      await tab.context().close();
    }
  };
  await Promise.all(Array.from({length: Math.min(tabsAtOnce, files.length)}, worker));
  return files.flatMap((file) => found.get(file).map((problem) => `${file}: ${problem}`));
}
