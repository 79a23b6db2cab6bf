/** How an object is: by the rules of its kind, or by what a custom resource says itself. Pure; never throws, whatever the object holds. */
import { builtInKind } from '../kube/built-in-kinds.ts';
import { type KindKey, kindName } from '../kube/kind.ts';
import { terminating } from './common.ts';
import { judgeCustom } from './custom/custom-health.ts';
import { type Health, health } from './health.ts';
import type { FactName, HealthInput } from './input.ts';
import { kindHealths } from './kinds/all.ts';
import type { Need } from './kinds/kind-health.ts';

const byKind = new Map(kindHealths.map((row) => [kindName(row.kind), row]));

/** null for kinds without health, and custom resources that say nothing of it. Without facts: what the object alone tells. */
export function judge(input: HealthInput): Health | null {
  const row = byKind.get(kindName(input.key));
  if (row === undefined && builtInKind(input.key) !== undefined) return null;
  return (row?.terminating ?? terminating)(input) ?? (row?.judge ?? judgeCustom)(input);
}

/** A version whose fields nobody knows. */
export function judgeUnknownVersion(key: KindKey): Health | null {
  return byKind.has(kindName(key)) ? health('UNKNOWN', 'UnknownVersion', 'It was captured in a version whose fields are not known.') : null;
}

/** Kinds whose judgement rests on more than the object, in the order in which they are to be judged; those that it controls come first. */
export const asking: readonly Asking[] = kindHealths.flatMap(({ kind, asks, needs = [] }) =>
  asks === undefined ? [] : [{ kind, asks, needs }],
);

export interface Asking {
  readonly kind: KindKey;
  readonly asks: readonly FactName[];
  readonly needs: readonly Need[];
}

/** What a custom resource that is not well is asked with, after all others. */
export const customAsks: readonly FactName[] = ['worst'];
