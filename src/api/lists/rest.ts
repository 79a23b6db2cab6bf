/** What the absence of further objects rests on, and what the capture says of it. */
import { type KindKey, kindName } from '../../kube/kind.ts';
import type { Completeness, Gap } from '../../store/reader.ts';
import type { Scope } from '../model/scope.ts';

/** These kinds (all: undefined), in one namespace or in all (null). */
export interface Rest {
  readonly kinds?: readonly KindKey[];
  readonly namespace: string | null;
  /** Passed through, on the way to what is listed: what narrows the list says nothing about it. */
  readonly onTheWay?: true;
}

/** A list that is narrowed to some kinds or a namespace rests on no more than those. */
export function narrowRest(
  rest: Rest,
  to: { readonly kinds?: readonly KindKey[] | undefined; readonly namespace?: string | undefined },
): Rest {
  if (rest.onTheWay) return rest;
  const narrowed = to.kinds === undefined ? rest.kinds : intersection(rest.kinds, to.kinds);
  return {
    ...(narrowed === undefined ? {} : { kinds: narrowed }),
    namespace: to.namespace ?? rest.namespace,
  };
}

/** All of these together; the gaps of each once. `asked` keeps what the operation has asked for already. */
export async function completenessOf(
  scope: Scope,
  rests: readonly Rest[],
  asked: Map<string, Promise<Completeness>>,
): Promise<Completeness> {
  const answers = await Promise.all(rests.filter((rest) => rest.kinds?.length !== 0).map((rest) => askOnce(scope, rest, asked)));
  const gaps = new Map<string, Gap>();
  for (const answer of answers) for (const gap of answer.gaps) gaps.set(JSON.stringify([kindName(gap), gap.namespace, gap.outcome]), gap);
  return { complete: answers.every((answer) => answer.complete), gaps: [...gaps.values()] };
}

function askOnce(scope: Scope, rest: Rest, asked: Map<string, Promise<Completeness>>): Promise<Completeness> {
  const key = JSON.stringify([rest.namespace, rest.kinds?.map(kindName).sort() ?? null]);
  const known = asked.get(key);
  if (known !== undefined) return known;
  const answer = scope.reader.completeness(rest);
  asked.set(key, answer);
  return answer;
}

function intersection(kinds: readonly KindKey[] | undefined, to: readonly KindKey[]): readonly KindKey[] {
  if (kinds === undefined) return to;
  const names = new Set(to.map(kindName));
  return kinds.filter((kind) => names.has(kindName(kind)));
}
