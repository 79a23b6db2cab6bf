/** `node bare-lister.mjs KUBECONFIG CONCURRENCY`: lists every page that a capture lists, as fast as Node can, and throws them away. */
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:https';
import { gunzipSync } from 'node:zlib';
import { load } from 'js-yaml';

const [kubeconfig = '', concurrency = '8'] = process.argv.slice(2);
const config = load(readFileSync(kubeconfig, 'utf8'));
const { server, ...cluster } = config.clusters[0].cluster;
const { user } = config.users[0];
const pem = (data, file) => (data === undefined ? readFileSync(file) : Buffer.from(data, 'base64'));
const agent = new Agent({
  keepAlive: true,
  maxSockets: Number(concurrency),
  ca: pem(cluster['certificate-authority-data'], cluster['certificate-authority']),
  cert: pem(user['client-certificate-data'], user['client-certificate']),
  key: pem(user['client-key-data'], user['client-key']),
});

const ask = (path) =>
  new Promise((resolve, reject) => {
    get(`${server}${path}`, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve(response.headers['content-encoding'] === 'gzip' ? gunzipSync(Buffer.concat(chunks)) : Buffer.concat(chunks)),
      );
    }).on('error', reject);
  });

const LEFT_OUT = new Set(['componentstatuses', 'events.k8s.io/events']);
const groups = JSON.parse(await ask('/apis')).groups.map(({ preferredVersion }) => `/apis/${preferredVersion.groupVersion}`);
const paths = [];
for (const path of ['/api/v1', ...groups]) {
  for (const { name, verbs } of JSON.parse(await ask(path)).resources) {
    const group = path.split('/')[2] ?? '';
    if (verbs.includes('list') && !LEFT_OUT.has(name) && !LEFT_OUT.has(`${group}/${name}`)) paths.push(`${path}/${name}`);
  }
}
// The long lists first, as a capture has them.
const first = ['/api/v1/events', '/api/v1/pods'];
paths.sort((a, b) => Number(first.includes(b)) - Number(first.includes(a)));

async function listAll() {
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    for (let token = ''; ; ) {
      const page = await ask(`${path}?limit=500${token === '' ? '' : `&continue=${token}`}`);
      // Typed lists say it before their items, those of custom resources behind them.
      const ends = `${page.subarray(0, 4_000)}${page.subarray(-4_000)}`;
      token = /"continue":"([^"]+)"/.exec(ends)?.[1] ?? '';
      if (token === '') break;
    }
  }
}
await Promise.all(Array.from({ length: Number(concurrency) }, listAll));
agent.destroy();
