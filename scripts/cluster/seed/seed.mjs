/** Fills a cluster with what a real one holds, quickly, and the same for the same seed (but for keys, uids and the server's times). */
import { each } from '../api/each.mjs';
import { createAuthority } from '../certificates.mjs';
import { serviceAccount } from './access.mjs';
import { describeApp, fixedObjects, makeApp } from './app.mjs';
import { definitions, region } from './custom-resources.mjs';
import { node } from './nodes.mjs';
import { createRandom } from './random.mjs';
import { untilServed } from './until-served.mjs';

/** @typedef {(one: { object: import('../types.ts').NewObject, status?: object }) => Promise<string>} Make answers the uid */

/** Of an app. */
const podsPerApp = 6;
const eventsPerApp = 4;
const objectsPerApp = fixedObjects + podsPerApp + eventsPerApp;
const appsPerNamespace = 20;
const podsPerNode = 60;
/** A namespace with its ServiceAccount; a Node is counted by the app. */
const objectsPerNamespace = 2;
const certificateCount = 8;

/** @param {import('../types.ts').SeedOptions} options @returns {Promise<import('../types.ts').Seeded>} */
export async function seedCluster({ api, objects = 20_000, seed = 1, atOnce = 16 }) {
  const begun = performance.now();
  const plan = planFor(objects);
  /** @type {Record<string, number>} */
  const byKind = {};
  const count = /** @param {string} kind */ (kind) => {
    byKind[kind] = (byKind[kind] ?? 0) + 1;
  };
  const make = maker({ api, count });
  const certificates = await issueCertificates();

  for (const object of definitions()) await make({ object });
  await untilServed({ api, definitions: definitions() });
  const random = createRandom(`${seed}/nodes`);
  const fixtures = [
    ...plan.namespaces.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { team: name } } })),
    ...Array.from({ length: plan.nodes }, (_, number) => node({ number, random })),
    ...Array.from({ length: plan.regions }, (_, number) => region(number)),
  ];
  await each({ items: fixtures, atOnce, work: (object) => make({ object }) });
  const accounts = plan.namespaces.map((namespace) => serviceAccount({ name: 'default', namespace }));
  // With a controller manager it is there already.
  await each({ items: accounts, atOnce, work: (object) => make({ object, mayExist: true }) });
  const apps = Array.from({ length: plan.apps }, (_, number) => number);
  await each({
    items: apps,
    atOnce,
    work: (number) => {
      const namespace = plan.namespaces[Math.floor(number / appsPerNamespace)] ?? 'default';
      const app = describeApp({ number, namespace, seed, certificates, nodes: plan.nodes });
      return makeApp({ app, counts: { pods: podsPerApp, events: eventsPerApp }, make });
    },
  });
  return { objects, byKind, seconds: (performance.now() - begun) / 1000 };
}

/** How many of what, so that it comes to `objects`: regions fill what no whole app fills. @param {number} objects */
function planFor(objects) {
  const own = definitions().length;
  const perApp = objectsPerApp + objectsPerNamespace / appsPerNamespace + podsPerApp / podsPerNode;
  let apps = Math.floor((objects - own) / perApp);
  for (;;) {
    const namespaces = Math.ceil(apps / appsPerNamespace);
    const nodes = Math.ceil((apps * podsPerApp) / podsPerNode);
    const regions = objects - own - apps * objectsPerApp - namespaces * objectsPerNamespace - nodes;
    if (apps === 0) throw new Error(`${objects} objects are too few for a seed: 50 at least.`);
    if (regions >= 0) return { apps, nodes, regions, namespaces: Array.from({ length: namespaces }, (_, number) => `team-${number}`) };
    apps -= 1;
  }
}

/**
 * @param {{ api: import('../types.ts').Api, count: (kind: string) => void }} options
 * @returns {(one: { object: import('../types.ts').NewObject, status?: object, mayExist?: boolean }) => Promise<string>}
 */
function maker({ api, count }) {
  return async ({ object, status, mayExist = false }) => {
    count(object.kind);
    if (mayExist) return (await api.apply(object)).metadata.uid;
    const { metadata } = await api.create(object);
    if (status === undefined) return metadata.uid;
    // What the status subresource does not take is left as it was.
    const path = `${await api.pathOf(object)}/status`;
    const response = await api.request({ method: 'PUT', path, query: { fieldManager: 'kubelet' }, body: { ...object, status } });
    if (response.status !== 200) throw new Error(`The status of ${path} was refused: ${response.text}`);
    return metadata.uid;
  };
}

async function issueCertificates() {
  const authority = await createAuthority('CN=shop-ca');
  const numbers = Array.from({ length: certificateCount }, (_, number) => number);
  return Promise.all(
    numbers.map(async (number) => {
      const name = `shop-${number}.example.com`;
      return authority.issue({ subject: `CN=${name}`, dnsNames: [name, `www.${name}`], days: 30 * (number + 1) });
    }),
  );
}
