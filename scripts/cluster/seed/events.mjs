/** Events of pods, as components write them. */
import { at } from './timestamps.mjs';

const stories = [
  { type: 'Normal', reason: 'Scheduled', component: 'default-scheduler', message: 'Successfully assigned the pod to its node' },
  { type: 'Normal', reason: 'Pulled', component: 'kubelet', message: 'Container image already present on machine' },
  { type: 'Normal', reason: 'Started', component: 'kubelet', message: 'Container started' },
  { type: 'Warning', reason: 'Unhealthy', component: 'kubelet', message: 'Readiness probe failed: HTTP probe failed with statuscode: 503' },
];

/** @param {{ app: import('./app.mjs').App, pod: string, uid: string }} options of the pod @returns {import('../types.ts').NewObject} */
export function eventOf({ app: { namespace, random, number }, pod, uid }) {
  const { type, reason, component, message } = random.pick(stories);
  const first = at(number * 7);
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `${pod}.${random.hex(16)}`, namespace },
    involvedObject: { apiVersion: 'v1', kind: 'Pod', name: pod, namespace, uid },
    ...{ type, reason, message, count: 1 + random.below(20) },
    ...{ firstTimestamp: first, lastTimestamp: at(number * 7 + random.below(3000)) },
    source: { component },
    ...{ reportingComponent: component, reportingInstance: '' },
  };
}
