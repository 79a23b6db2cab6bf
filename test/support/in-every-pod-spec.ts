/** Examples of what stands in a pod's spec: a Pod and every kind of template, each complete. */
import { isObject } from '../../src/kube/safe.ts';
import type { JsonObject } from '../../src/records/record.ts';
import { podSpecs } from '../../src/relations/kinds.ts';
import type { Example } from './example.ts';

const labels = { app: 'web' };
const selector = { matchLabels: labels };
const template = { metadata: { labels } };
const never = { restartPolicy: 'Never' };

/** What a kind needs besides its pod's spec. */
const SCAFFOLDS: Readonly<Record<string, JsonObject>> = {
  Deployment: { spec: { selector, template } },
  ReplicaSet: { spec: { selector, template } },
  StatefulSet: { spec: { selector, serviceName: 'web', template } },
  DaemonSet: { spec: { selector, template } },
  ReplicationController: { spec: { selector: labels, template } },
  Job: { spec: { template: { spec: never } } },
  CronJob: { spec: { schedule: '@daily', jobTemplate: { spec: { template: { spec: never } } } } },
};

/**
 * The same pod spec in a Pod and in every kind of template, all called `web` in namespace `shop`; '~' in a pointer stands for the path of the spec.
 * A spec without containers gets one. Templates have no ephemeral containers: those are added to running Pods.
 */
export function inEveryPodSpec(spec: JsonObject, pointers: readonly string[]): Example[] {
  return podSpecs.map(({ kind, path }) => {
    const { ephemeralContainers, ...lasting } = spec;
    const isPod = kind.kind === 'Pod';
    const whole = { containers: [{ name: 'main', image: 'web:1' }], ...(isPod ? spec : lasting) };
    const nested = path.split('.').reduceRight<JsonObject>((value, key) => ({ [key]: value }), whole);
    const apiVersion = kind.group === '' ? 'v1' : `${kind.group}/v1`;
    const metadata = { name: 'web', namespace: 'shop' };
    const kept = pointers.filter((pointer) => isPod || ephemeralContainers === undefined || !pointer.includes('~.ephemeralContainers['));
    return {
      object: merge({ apiVersion, kind: kind.kind, metadata, ...SCAFFOLDS[kind.kind] }, nested),
      pointers: kept.map((pointer) => pointer.replaceAll('~', path)),
    };
  });
}

function merge(into: JsonObject, from: JsonObject): JsonObject {
  const merged = Object.entries(from).map(([key, value]) => {
    const there = into[key];
    return [key, isObject(there) && isObject(value) ? merge(there, value) : value];
  });
  return { ...into, ...Object.fromEntries(merged) };
}
