// The browser tests. YAODIAN_SITE names the folder of a built site;
// YAODIAN_SERVER=nginx serves it with nginx, as docs/nginx.conf says.
import {after, before} from 'node:test';
import {start, stop} from './browser.js';

before(start);
after(stop);

await import('./tests/network.js');
await import('./tests/links.js');
await import('./tests/markup.js');
await import('./tests/provenance.js');
await import('./tests/progress.js');
await import('./tests/calendar.js');
await import('./tests/downloads.js');
await import('./tests/checks.js');
await import('./tests/access.js');
await import('./tests/layout.js');
await import('./tests/plain.js');
await import('./tests/tables.js');
await import('./tests/search.js');
await import('./tests/paper.js');
await import('./tests/figures.js');
await import('./tests/theme.js');
await import('./tests/weight.js');
await import('./tests/freshness.js');
await import('./tests/english.js');
await import('./tests/injection.js');
await import('./tests/serving.js');
