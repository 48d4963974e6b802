// Serves a folder with nginx, configured by docs/nginx.conf, as an ordinary process.
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const program = '/usr/sbin/nginx';
const brotli = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const configuration = fileURLToPath(new URL('../../docs/nginx.conf', import.meta.url));

async function freePort() {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

// Puts AFTER in the place of BEFORE, which must be there: the file is what readers copy.
function replaced(text, before, after) {
  if (!text.includes(before)) throw new Error(`docs/nginx.conf does not have "${before}"`);
  return text.replace(before, after);
}

// docs/nginx.conf for FOLDER at PORT, with what a system has around it.
function configure(folder, port, prefix) {
  let site = fs.readFileSync(configuration, 'utf8');
  site = replaced(site, 'listen 80;', `listen 127.0.0.1:${port};`);
  site = replaced(site, 'root /srv/www/plans;', `root ${folder};`);
  site = replaced(site, '# brotli_static on;', 'brotli_static on;');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${prefix}/${name};`).join('\n');
  return `load_module ${brotli};
daemon off;
master_process off;
pid ${prefix}/pid;
error_log stderr error;
events { }
http {
access_log off;
log_not_found off;
${temporary}
${site}}
`;
}

async function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(true) || socket.destroy());
    socket.on('error', () => resolve(false));
  });
}

// Starts nginx for FOLDER on a free port. Returns its address, without a closing slash, and how to
// stop it.
export async function serveByNginx(folder) {
  for (const file of [program, brotli]) {
    if (!fs.existsSync(file)) throw new Error(`${file} is missing: run script/setup test`);
  }
  const prefix = fs.mkdtempSync(path.join(os.tmpdir(), 'yaodian-nginx-'));
  const port = await freePort();
  fs.writeFileSync(path.join(prefix, 'nginx.conf'), configure(folder, port, prefix));
  const nginx = spawn(program, ['-p', prefix, '-e', 'stderr', '-c', path.join(prefix, 'nginx.conf')]);
  let complaints = '';
  nginx.stderr.on('data', (text) => { complaints += text; });
  const ended = new Promise((resolve) => nginx.on('close', resolve));
  const close = async () => {
    nginx.kill('SIGTERM');
    await ended;
    fs.rmSync(prefix, {recursive: true});
  };
  for (const end = Date.now() + 10000; !await answers(port);) {
    if (nginx.exitCode === null && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      continue;
    }
    await close();
    throw new Error(`nginx does not answer: ${complaints}`);
  }
  return {origin: `http://127.0.0.1:${port}`, close, complaints: () => complaints};
}
