/** Fills a cluster with what a real one holds, quickly, and the same for the same seed (but for the certificates, and what is made through the server). */
import { createAuthority } from '../certificates.mjs';
import { serviceAccount } from './access.mjs';
import { describeApp, fixedObjects, makeApp } from './app.mjs';
import { definitions, region } from './custom-resources.mjs';
import { managedFields } from './managed-fields.mjs';
import { node } from './nodes.mjs';
import { createRandom } from './random.mjs';
import { createRegistryWriter } from './registry-writer.mjs';
import { makeServices } from './services.mjs';
import { at } from './timestamps.mjs';
import { untilServed } from './until-served.mjs';

/** @typedef {(one: { object: import('../types.ts').NewObject, status?: object, time?: string }) => Promise<string>} Make answers the uid */
/** @typedef {{ make: Make, finish: () => Promise<void>, byKind: Record<string, number> }} Maker */

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
export async function seedCluster({ cluster: { api, etcd }, objects = 20_000, seed = 1 }) {
  const begun = performance.now();
  const plan = planFor(objects);
  const certificates = await issueCertificates();
  for (const object of definitions()) await api.create(object);
  await untilServed({ api, definitions: definitions() });
  for (const name of plan.namespaces) await api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { team: name } } });

  const maker = createMaker({ etcd, seed });
  const { make, finish, byKind } = maker;
  const apps = Array.from({ length: plan.apps }, (_, number) => {
    const namespace = plan.namespaces[Math.floor(number / appsPerNamespace)] ?? 'default';
    return describeApp({ number, namespace, seed, certificates, nodes: plan.nodes });
  });
  const services = await makeServices({ apps, maker, api });
  const random = createRandom(`${seed}/nodes`);
  for (const namespace of plan.namespaces) await make({ object: serviceAccount({ name: 'default', namespace }) });
  for (let number = 0; number < plan.nodes; number += 1) await make({ object: node({ number, random }) });
  for (let number = 0; number < plan.regions; number += 1) await make({ object: region(number) });
  const counts = { pods: podsPerApp, events: eventsPerApp };
  for (const app of apps) await makeApp({ app, counts, make, serviceUid: services.get(app.number) ?? '' });
  await finish();
  const throughTheServer = { CustomResourceDefinition: definitions().length, Namespace: plan.namespaces.length };
  return { objects, byKind: { ...throughTheServer, ...byKind }, seconds: (performance.now() - begun) / 1000 };
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

/** @param {{ etcd: string, seed: string | number }} options @returns {Maker} */
function createMaker({ etcd, seed }) {
  const writer = createRegistryWriter(etcd);
  const random = createRandom(`${seed}/uids`);
  /** @type {Record<string, number>} */
  const byKind = {};
  let number = 0;
  return {
    byKind,
    finish: writer.finish,
    async make({ object, status, time = at(Math.floor(number / 4)) }) {
      number += 1;
      byKind[object.kind] = (byKind[object.kind] ?? 0) + 1;
      const uid = random.uid();
      const fields = managedFields({ object, status, time });
      const metadata = { ...object.metadata, uid, creationTimestamp: time, generation: 1, managedFields: fields };
      await writer.write({ ...object, metadata, ...(status === undefined ? {} : { status }) });
      return uid;
    },
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
