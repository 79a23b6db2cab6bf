/**
 * All Services before all else, each after its address: the server's own controller repairs, with an Event, a Service whose address it does not
 * know, and takes away an address that is older than a minute and has no Service.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ipAddress, service } from './network.mjs';

const deadlineMs = 30_000;
/** The controller hears of it on another way than we, a little later: by so much at least, or by so many times what it took us. */
const leastLagMs = 500;
const lagFactor = 3;
/** So many that neither falls behind. */
const atOnce = 200;

/**
 * @param {object} options
 * @param {readonly import('./app.mjs').App[]} options.apps
 * @param {import('./seed.mjs').Maker} options.maker
 * @param {import('../types.ts').Api} options.api
 * @returns {Promise<Map<number, string>>} the uids of the Services by the number of the app
 */
export async function makeServices({ apps, maker: { make, finish }, api }) {
  /** @type {Map<number, string>} */
  const uids = new Map();
  for (let from = 0; from < apps.length; from += atOnce) {
    const some = apps.slice(from, from + atOnce);
    const addresses = some.map(ipAddress);
    // The second is the smallest time that the server keeps.
    const time = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    for (const object of addresses) await make({ object, time });
    await finish();
    await untilSeen({ api, name: addresses.at(-1)?.metadata.name ?? '' });
    for (const app of some) uids.set(app.number, await make({ object: service(app) }));
    await finish();
  }
  return uids;
}

/** In the server's cache, which the controller's comes from. @param {{ api: import('../types.ts').Api, name: string }} options */
async function untilSeen({ api, name }) {
  const path = `/apis/networking.k8s.io/v1/ipaddresses/${name}`;
  const begun = Date.now();
  while ((await api.request({ path, query: { resourceVersion: '0' } })).status !== 200) {
    if (Date.now() > begun + deadlineMs)
      throw new Error(`The server does not see the IPAddress ${name} ${deadlineMs / 1000} s after it was written.`);
    await sleep(20);
  }
  await sleep(Math.max(leastLagMs, lagFactor * (Date.now() - begun)));
}
