// Takes pictures of the site that YAODIAN_SITE names: the ones of docs/images, or with a folder as
// argument every type of page there, wide and narrow, light and dark, and on paper.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {open, start, stop} from './browser.js';
import {pages, pagesOfType, typeOf} from './site.js';

const images = fileURLToPath(new URL('../../docs/images', import.meta.url));
const wide = {width: 1280, height: 800};
const narrow = {width: 390, height: 844};

async function shoot(file, target, viewport, colorScheme, fullPage) {
  await open(file, {viewport, colorScheme}, (tab) => tab.screenshot({path: target, fullPage}));
  console.log(target);
}

// The pictures that the README shows: the first screen of each page.
async function shootForReadme() {
  const [plan] = pagesOfType('plan');
  const units = pagesOfType('unit');
  const unit = units.find((file) => file.endsWith('/wanshoulu.html')) ?? units[0];
  const [table] = pagesOfType('table');
  const pictures = [
    ['portal', 'index.html', wide, 'light'],
    ['plan', plan, wide, 'light'],
    ['unit', unit, wide, 'light'],
    ['table', table, wide, 'light'],
    ['plan-dark', plan, wide, 'dark'],
    ['unit-narrow', unit, narrow, 'light'],
  ];
  fs.mkdirSync(images, {recursive: true});
  for (const [name, file, viewport, scheme] of pictures) {
    await shoot(file, path.join(images, `${name}.png`), viewport, scheme, false);
  }
}

async function shootForReview(folder) {
  fs.mkdirSync(folder, {recursive: true});
  for (const file of pages) {
    const name = path.join(folder, `${typeOf(file)}-${path.basename(file, '.html')}`);
    for (const viewport of [wide, narrow]) {
      for (const scheme of ['light', 'dark']) {
        await shoot(file, `${name}-${viewport.width}-${scheme}.png`, viewport, scheme, true);
      }
    }
    await open(file, {}, (tab) => tab.pdf({path: `${name}.pdf`, preferCSSPageSize: true}));
    console.log(`${name}.pdf`);
  }
}

await start();
try {
  const [folder] = process.argv.slice(2);
  await (folder ? shootForReview(path.resolve(folder)) : shootForReadme());
} finally {
  await stop();
}
