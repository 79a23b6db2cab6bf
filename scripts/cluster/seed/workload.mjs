/** The Deployment of an app, and the ReplicaSet that its controller would make. */
import { lastApplied } from './last-applied.mjs';
import { at } from './timestamps.mjs';

/** @param {{ app: import('./app.mjs').App, spec: object, replicas: number }} options */
export function deployment({ app: { name, namespace, labels, podLabels, random, number }, spec, replicas }) {
  const object = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels, annotations: { 'deployment.kubernetes.io/revision': '1' } },
    spec: { replicas, selector: { matchLabels: podLabels }, template: { metadata: { labels: podLabels }, spec } },
  };
  const condition = { status: 'True', lastUpdateTime: at(number), lastTransitionTime: at(number) };
  const status = {
    ...counts(replicas),
    updatedReplicas: replicas,
    conditions: [
      { type: 'Available', reason: 'MinimumReplicasAvailable', message: 'Deployment has minimum availability.', ...condition },
      {
        type: 'Progressing',
        reason: 'NewReplicaSetAvailable',
        message: `ReplicaSet of "${name}" has successfully progressed.`,
        ...condition,
      },
    ],
  };
  return { object: random.chance(0.5) ? lastApplied(object) : object, status };
}

/** @param {{ app: import('./app.mjs').App, spec: object, replicas: number, uid: string, hash: string }} options `uid` of the Deployment */
export function replicaSet({ app: { name, namespace, podLabels }, spec, replicas, uid, hash }) {
  const labels = { ...podLabels, 'pod-template-hash': hash };
  const owner = { apiVersion: 'apps/v1', kind: 'Deployment', name, uid, controller: true, blockOwnerDeletion: true };
  const object = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: `${name}-${hash}`, namespace, labels, ownerReferences: [owner] },
    spec: { replicas, selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  };
  return { object, status: { ...counts(replicas), fullyLabeledReplicas: replicas } };
}

/** @param {number} replicas */
function counts(replicas) {
  return { observedGeneration: 1, replicas, readyReplicas: replicas, availableReplicas: replicas };
}
