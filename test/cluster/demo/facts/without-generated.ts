/** Names of the demo without what is generated anew each time it is played. */

const RANDOM = '[bcdfghjklmnpqrstvwxz2456789]{5}';

const GENERATED: readonly (readonly [RegExp, string])[] = [
  // A CronJob's minute, and the pod of that job.
  [/\bnewsletter-\d{8}\b/g, 'newsletter-*'],
  [new RegExp(`\\b(newsletter-\\*)-${RANDOM}\\b`, 'g'), '$1-*'],
  // Pods of ReplicaSets (whose own names come from their template, and stay), of DaemonSets and Jobs; slices.
  [new RegExp(`\\b((?:Pod|EndpointSlice)/[^ /]+/[^ ]+)-${RANDOM}\\b`, 'g'), '$1-*'],
  // Service addresses, the API server's identity, the hash of the cluster's authority.
  [/\b10\.96\.\d+\.\d+\b/g, '10.96.*'],
  [/\bapiserver-[a-z2-7]{26}\b/g, 'apiserver-*'],
  [/(kube-apiserver-serving:)[0-9a-f]+/g, '$1*'],
];

export function withoutGenerated(text: string): string {
  return GENERATED.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text);
}

/** In all keys and values of a fact; lists are sorted anew. */
export function withoutGeneratedNames(fact: unknown): unknown {
  if (typeof fact === 'string') return withoutGenerated(fact);
  if (Array.isArray(fact)) return fact.map(withoutGeneratedNames).sort(byText);
  if (typeof fact !== 'object' || fact === null) return fact;
  return Object.fromEntries(Object.entries(fact).map(([key, value]) => [withoutGenerated(key), withoutGeneratedNames(value)]));
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
