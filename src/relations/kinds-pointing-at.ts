import { type KindKey, kindName } from '../kube/kind.ts';
import { allCodedRelations } from './coded/all.ts';
import { sourceKinds } from './rule-source.ts';
import { allRules } from './rules/all.ts';

/** The kinds whose objects name, or select, objects of this kind by some rule: whose pointers nobody can judge where it was not captured. In the order of the rules. */
export function kindsPointingAt(kind: KindKey): string[] {
  const wanted = kindName(kind);
  const ruled = allRules
    .filter(({ target }) => ('group' in target ? [target] : (target.kinds ?? [])).some((one) => kindName(one) === wanted))
    .flatMap(({ from }) => sourceKinds(from).map((source) => source.kind));
  const coded = allCodedRelations
    .filter(({ target }) => target !== '*' && kindName(target) === wanted)
    .flatMap(({ from }) => sourceKinds(from).map((source) => source.kind));
  return [...new Set([...ruled, ...coded].map(kindName))].filter((name) => name !== wanted);
}
