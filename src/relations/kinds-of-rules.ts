import type { KindKey } from '../kube/kind.ts';
import type { RelationRule } from './rule.ts';
import { sourceKinds } from './rule-source.ts';

/** Every kind that the rules name, at either end; a kind may come more than once. */
export function kindsOfRules(rules: readonly RelationRule[]): readonly KindKey[] {
  return rules.flatMap(({ from, target, forward, reverse }) => [
    ...sourceKinds(from).map(({ kind }) => kind),
    ...('group' in target ? [target] : (target.kinds ?? [])),
    ...(forward?.kind === undefined ? [] : [forward.kind]),
    ...(reverse?.on ?? []),
  ]);
}
