/** Pods of a ReplicaSet on their nodes, and the status that a kubelet would write: most run, some do not. */
import { at } from './timestamps.mjs';

/** @typedef {{ object: import('../types.ts').NewObject & { metadata: { name: string } }, status: object }} Pod */

/** What is wrong with those that do not run. */
const waiting = [
  { reason: 'CrashLoopBackOff', message: 'back-off 5m0s restarting failed container' },
  { reason: 'ImagePullBackOff', message: 'Back-off pulling image' },
];

/**
 * @param {object} options
 * @param {import('./app.mjs').App} options.app
 * @param {object} options.spec of all its pods
 * @param {{ name: string, uid: string, hash: string }} options.replicaSet
 * @param {number} options.count
 * @returns {Pod[]}
 */
export function podsOf({ app, spec, replicaSet, count }) {
  return Array.from({ length: count }, () => {
    const { namespace, podLabels, random, node } = app;
    const metadata = {
      name: `${replicaSet.name}-${random.suffix(5)}`,
      namespace,
      labels: { ...podLabels, 'pod-template-hash': replicaSet.hash },
      annotations: { 'prometheus.io/scrape': 'true', 'checksum/config': random.hex(64) },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: replicaSet.name,
          uid: replicaSet.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    };
    const object = { apiVersion: 'v1', kind: 'Pod', metadata, spec: { ...spec, nodeName: node() } };
    return { object, status: statusOf({ random, spec, number: app.number }) };
  });
}

/** @param {{ random: import('./random.mjs').Random, spec: object, number: number }} options */
function statusOf({ random, spec, number }) {
  const { containers, initContainers } = /** @type {Record<string, { name: string, image: string }[]>} */ (spec);
  const fails = random.chance(0.05) ? random.pick(waiting) : null;
  const ip = `10.244.${random.below(250)}.${random.below(250)}`;
  const hostIP = `10.0.${random.below(250)}.${random.below(250)}`;
  const started = number * 7 + random.below(600);
  const ready = fails === null ? 'True' : 'False';
  const condition = /** @param {string} type @param {string} status */ (type, status) => ({
    type,
    status,
    lastProbeTime: null,
    lastTransitionTime: at(started),
    ...(status === 'True' ? {} : { reason: 'ContainersNotReady', message: 'containers with unready status: [app]' }),
  });
  return {
    phase: fails === null || fails.reason === 'CrashLoopBackOff' ? 'Running' : 'Pending',
    hostIP,
    hostIPs: [{ ip: hostIP }],
    podIP: ip,
    podIPs: [{ ip }],
    qosClass: 'Burstable',
    startTime: at(started),
    conditions: [
      condition('PodScheduled', 'True'),
      condition('Initialized', 'True'),
      condition('PodReadyToStartContainers', 'True'),
      condition('ContainersReady', ready),
      condition('Ready', ready),
    ],
    initContainerStatuses: initContainers?.map((container) => ({
      ...base({ container, random }),
      ready: true,
      restartCount: 0,
      state: { terminated: { exitCode: 0, reason: 'Completed', startedAt: at(started), finishedAt: at(started + 2) } },
    })),
    containerStatuses: containers?.map((container) => ({
      ...base({ container, random }),
      ...(fails !== null && container.name === 'app'
        ? { ready: false, started: false, restartCount: 7, state: { waiting: fails } }
        : { ready: true, started: true, restartCount: random.below(3), state: { running: { startedAt: at(started + 3) } } }),
    })),
  };
}

/** @param {{ container: { name: string, image: string }, random: import('./random.mjs').Random }} options */
function base({ container: { name, image }, random }) {
  const repository = image.replace(/[:@].*/, '');
  return { name, image, imageID: `${repository}@sha256:${random.hex(64)}`, containerID: `containerd://${random.hex(64)}` };
}
