/** Values for the arguments of generated queries, by the argument's name: most fit the demo, some nothing. */
import type { Random } from './random.ts';

export interface ArgumentChoice {
  readonly random: Random;
  readonly name: string;
  readonly field: string;
  readonly cursors: readonly string[];
  readonly isList: boolean;
}

const REFS = [
  '{ kind: "ing", namespace: "shop", name: "checkout" }',
  '{ kind: "svc", namespace: "shop", name: "cart" }',
  '{ kind: "Node", name: "worker-b1" }',
  '{ kind: "cm", namespace: "shop", name: "checkout-config" }',
  '{ kind: "Secret", namespace: "payments", name: "nobody" }',
];

const POOLS: Readonly<Record<string, readonly string[]>> = {
  namespace: ['"shop"', '"data"', '"payments"', '"kube-system"', '"nowhere"'],
  name: ['"c*"', '"*-*"', '"cart"', '"checkout"', '"[a-m]*"', '"worker-b2"'],
  labelSelector: ['"app"', '"app in (cart,checkout,search)"', '"!app"', '"app=cart"', '"pod-template-hash,app!=cart"'],
  fieldSelector: ['"status.phase=Running"', '"metadata.namespace!=shop"', '"spec.nodeName=worker-a1"'],
  presence: ['[PRESENT]', '[MISSING, NOT_CAPTURED]', '[PRESENT, EXTERNAL]'],
  statuses: ['[OK]', '[MISSING, UID_MISMATCH, KEY_MISSING]', '[OPTIONAL_MISSING, EXTERNAL]'],
  where: [
    '{ path: "metadata.labels.app", operator: EXISTS }',
    '{ path: "spec.replicas", operator: GE, value: 2 }',
    '{ any: [{ path: "kind", value: "Pod" }, { path: "metadata.name", operator: MATCHES, value: "^c" }] }',
    '{ not: { path: "spec.containers[*].image", operator: CONTAINS, value: "cart" } }',
  ],
  orderBy: ['"name"', '"-name"', '"createdAt"', '"-createdAt"', '"metadata.uid"', '"-spec.nodeName"'],
  kinds: ['["po"]', '["deploy", "rs"]', '["Secret", "cm", "sa"]'],
  relations: ['["owner"]', '["service-pod", "pod-node"]', '["pod-config-map", "pod-secret"]'],
  maxDepth: ['1', '2', '3'],
  direction: ['FORWARD', 'REVERSE', 'BOTH'],
  previous: ['true', 'false'],
  tail: ['0', '1', '3'],
  match: ['"error|ERROR"', '"."'],
  since: ['"1h"', '"2026-11-23T05:08:00Z"'],
  key: ['"app"', '"pod-template-hash"'],
  path: ['"metadata.name"', '"spec.containers[*].name"', '"status"'],
  managedFields: ['false'],
  text: ['"cart"', '"fail"'],
  kind: ['"svc"', '"deploy"'],
  from: REFS,
  to: REFS,
};

/** Lists whose cursors are not those of objects. */
const OWN_CURSORS = new Set(['lines', 'references', 'referencedBy', 'search', 'danglingReferences']);

/** null where the argument is better left out. */
export function argumentValue({ random, name, field, cursors, isList }: ArgumentChoice): string | null {
  if (name === 'after' || name === 'before')
    return OWN_CURSORS.has(field) || cursors.length === 0 ? null : JSON.stringify(random.pick(cursors));
  if (field === 'object') return objectArgument(name);
  const pool = POOLS[name];
  if (pool === undefined || (isList && !pool[0]?.startsWith('['))) return null;
  return random.pick(pool);
}

function objectArgument(name: string): string | null {
  return { kind: '"svc"', namespace: '"shop"', name: '"cart"' }[name] ?? null;
}
