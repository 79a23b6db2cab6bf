/** Events as a kubelet writes them: one for a reason and a message, whose count goes up. Source: client-go, tools/record/events_cache.go. */
import { createHash } from 'node:crypto';
import type { Api } from '../../../../scripts/cluster/index.mjs';
import type { KubeletEvent } from './fate.ts';
import type { PlayedPod } from './played-pod.ts';
import { timeText } from './status-parts.ts';

export type WriteEvents = (pod: PlayedPod, events: readonly KubeletEvent[]) => Promise<void>;

export function eventWriter(api: Api): WriteEvents {
  const counts = new Map<string, number>();
  return async (pod, events) => {
    for (const event of events) {
      const path = `/api/v1/namespaces/${pod.metadata.namespace}/events`;
      const name = nameOf(pod, event);
      const written = counts.get(name);
      if (written === event.count) continue;
      if (written === undefined) await api.create(objectOf({ pod, event, name }));
      else await api.patch(`${path}/${name}`, { count: event.count, lastTimestamp: timeText(Date.now() / 1_000) });
      counts.set(name, event.count);
    }
  };
}

function nameOf({ metadata: { name, uid } }: PlayedPod, { reason, message, fieldPath = '' }: KubeletEvent): string {
  const hash = createHash('sha256').update(`${uid} ${reason} ${message} ${fieldPath}`).digest('hex');
  return `${name}.${hash.slice(0, 16)}`;
}

function objectOf(options: { readonly pod: PlayedPod; readonly event: KubeletEvent; readonly name: string }) {
  const { pod, event, name } = options;
  const { namespace, uid, resourceVersion } = pod.metadata;
  const { type, reason, message, count, first, fieldPath } = event;
  const involvedObject = { apiVersion: 'v1', kind: 'Pod', namespace, name: pod.metadata.name, uid, resourceVersion };
  const host = pod.spec.nodeName;
  return {
    ...{ apiVersion: 'v1', kind: 'Event', metadata: { name, namespace }, type, reason, message, count },
    involvedObject: { ...involvedObject, ...(fieldPath === undefined ? {} : { fieldPath }) },
    ...{ firstTimestamp: timeText(first), lastTimestamp: timeText(Date.now() / 1_000) },
    ...{ source: { component: 'kubelet', host }, reportingComponent: 'kubelet', reportingInstance: host },
  };
}
