/** Every finalizer that is known. */
import { type KindKey, kindName } from '../../../kube/kind.ts';
import { ecosystemFinalizers } from './ecosystem.ts';
import type { FinalizerRule } from './finalizer-rule.ts';
import { infrastructureFinalizers } from './infrastructure.ts';
import { kubernetesFinalizers } from './kubernetes.ts';
import { storageFinalizers } from './storage.ts';

export const finalizerRules: readonly FinalizerRule[] = [
  ...kubernetesFinalizers,
  ...storageFinalizers,
  ...infrastructureFinalizers,
  ...ecosystemFinalizers,
];

/** The rule for a finalizer on an object of this kind; undefined for one that is in no table. */
export function finalizerRule(finalizer: string, kind: KindKey): FinalizerRule | undefined {
  return finalizerRules.find((rule) => matches(rule, finalizer) && (rule.on === undefined || rule.on.includes(kindName(kind))));
}

function matches({ finalizer: known }: FinalizerRule, finalizer: string): boolean {
  return known.endsWith('*') ? finalizer.startsWith(known.slice(0, -1)) : finalizer === known;
}
