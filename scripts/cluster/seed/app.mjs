/** One app, the unit of the seed: a Deployment with all that hangs on it, about twenty objects with the owners of a real cluster. */
import { roleAndBinding, serviceAccount } from './access.mjs';
import { configMaps, secrets } from './configuration.mjs';
import { widget } from './custom-resources.mjs';
import { eventOf } from './events.mjs';
import { endpointSlice } from './network.mjs';
import { nodeName } from './nodes.mjs';
import { podSpec } from './pod-spec.mjs';
import { podsOf } from './pods.mjs';
import { createRandom } from './random.mjs';
import { deployment, replicaSet } from './workload.mjs';

/** What an app has beside its pods and their Events, its Service and address among it. */
export const fixedObjects = 14;

/**
 * @typedef {object} App
 * @property {number} number
 * @property {string} name
 * @property {string} namespace
 * @property {Readonly<Record<string, string>>} labels
 * @property {Readonly<Record<string, string>>} podLabels
 * @property {import('./random.mjs').Random} random its own: what one app draws does not move the next
 * @property {import('../types.ts').KeyPair} certificate
 * @property {() => string} node one of all, for a pod
 */

/**
 * @param {object} options
 * @param {number} options.number
 * @param {string} options.namespace
 * @param {string | number} options.seed
 * @param {readonly import('../types.ts').KeyPair[]} options.certificates
 * @param {number} options.nodes
 * @returns {App}
 */
export function describeApp({ number, namespace, seed, certificates, nodes }) {
  const random = createRandom(`${seed}/${number}`);
  const name = `${random.word()}-${random.word()}-${number}`;
  const podLabels = { 'app.kubernetes.io/name': name };
  return {
    ...{ number, name, namespace, random, podLabels },
    labels: { ...podLabels, 'app.kubernetes.io/managed-by': random.pick(['Helm', 'kustomize']) },
    certificate: random.pick(certificates),
    node: () => nodeName(random.below(nodes)),
  };
}

/**
 * @param {object} options
 * @param {App} options.app
 * @param {{ pods: number, events: number }} options.counts
 * @param {import('./seed.mjs').Make} options.make
 * @param {string} options.serviceUid its Service is there already
 */
export async function makeApp({ app, counts, make, serviceUid }) {
  const replicas = counts.pods;
  const spec = podSpec(app);
  for (const object of [serviceAccount(app), ...configMaps(app), ...secrets(app), ...roleAndBinding(app), widget(app)])
    await make({ object });
  const owner = await make(deployment({ app, spec, replicas }));
  const hash = app.random.hex(10);
  const set = { name: `${app.name}-${hash}`, hash, uid: await make(replicaSet({ app, spec, replicas, uid: owner, hash })) };
  const pods = podsOf({ app, spec, replicaSet: set, count: replicas });
  const made = [];
  for (const pod of pods) made.push({ pod: pod.object.metadata.name, uid: await make(pod) });
  await make({ object: endpointSlice({ app, uid: serviceUid, pods }) });
  const quota = { name: `${app.name}-budget`, namespace: app.namespace, labels: app.labels };
  const budget = { minAvailable: 1, selector: { matchLabels: app.podLabels } };
  await make({ object: { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: quota, spec: budget } });
  for (let index = 0; index < counts.events; index += 1) {
    const about = made[index % made.length];
    if (about !== undefined) await make({ object: eventOf({ app, ...about }) });
  }
}
