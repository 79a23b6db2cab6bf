/** Every finalizer that is known. */
import { type KindKey, kindName } from '../../../kube/kind.ts';
import { groupBy } from '../../group-by.ts';
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

const byName = groupBy(
  finalizerRules.filter(({ finalizer }) => !finalizer.endsWith('*')),
  ({ finalizer }) => finalizer,
);
const byPrefix = finalizerRules
  .filter(({ finalizer }) => finalizer.endsWith('*'))
  .map((rule) => ({ prefix: rule.finalizer.slice(0, -1), rule }));

/** The rule for a finalizer on an object of this kind; undefined for one that is in no table. */
export function finalizerRule(finalizer: string, kind: KindKey): FinalizerRule | undefined {
  const isOf = ({ on }: FinalizerRule): boolean => on === undefined || on.includes(kindName(kind));
  return byName.get(finalizer)?.find(isOf) ?? byPrefix.find(({ prefix, rule }) => finalizer.startsWith(prefix) && isOf(rule))?.rule;
}
