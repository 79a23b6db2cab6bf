/** What would keep an object that goes from being gone. */
import type { ObjectRow } from '../../store/reader.ts';
import { FOREGROUND } from '../collector/judge-owners.ts';
import { finalizerRule } from '../deletion/catalogue/all.ts';
import type { FinalizerRule } from '../deletion/catalogue/finalizer-rule.ts';
import type { DeletionContext } from '../deletion/context.ts';
import { unavailableApis } from '../deletion/waits/unavailable-apis.ts';
import { NOTHING, type Wait } from '../deletion/waits/wait.ts';
import { groupBy } from '../group-by.ts';
import type { Cascade } from './cascade.ts';
import { isNamespace } from './contents.ts';
import { holdsOfContents, holdsOfForeground } from './held-by-held.ts';
import type { Hold } from './hold.ts';
import type { TakenAlong } from './taken.ts';

interface Question {
  readonly context: DeletionContext;
  readonly cascade: Cascade;
  readonly along: TakenAlong;
}

export async function whatHolds(question: Question): Promise<readonly Hold[]> {
  const { context, along } = question;
  const finalizers = await context.reader.finalizers([...along.gone.keys()]);
  const telling = finalizers.filter(({ name, field }) => field !== 'SPEC' && !ENDS_BY_ITSELF.has(name));
  const holds: Hold[][] = [];
  for (const [finalizer, rows] of groupBy(telling, ({ name }) => name)) {
    const objects = rows.flatMap(({ object }) => along.gone.get(object)?.object ?? []);
    holds.push(await finalizerHolds({ question, finalizer, objects }));
  }
  holds.push(await apiHolds(question));
  const own = holds.flat();
  const all = question.cascade === 'FOREGROUND' ? [...own, ...holdsOfForeground(along, own)] : own;
  return [...all, ...holdsOfContents(along, all)];
}

/** The collector's own, which it takes away as what they wait for goes or is orphaned: see held-by-held.ts. */
const ENDS_BY_ITSELF: ReadonlySet<string> = new Set([FOREGROUND, 'orphan']);

/** Objects that a finalizer waits for and that go too are no hold; nor is one of the control plane that then waits for nothing. */
async function finalizerHolds(options: {
  readonly question: Question;
  readonly finalizer: string;
  readonly objects: readonly ObjectRow[];
}): Promise<Hold[]> {
  const { question, finalizer, objects } = options;
  const { context, along } = question;
  const holds: Hold[] = [];
  for (const [rule, held] of groupBy(objects, (object) => finalizerRule(finalizer, object))) {
    const waits = (await rule?.waits?.(context, held)) ?? new Map<number, Wait>();
    for (const object of held) {
      const hold = finalizerHold({ object, finalizer, rule, wait: waits.get(object.id) ?? NOTHING, along });
      if (hold !== null) holds.push(hold);
    }
  }
  return holds;
}

function finalizerHold(options: {
  readonly object: ObjectRow;
  readonly finalizer: string;
  readonly rule: FinalizerRule | undefined;
  readonly wait: Wait;
  readonly along: TakenAlong;
}): Hold | null {
  const { object, finalizer, rule, wait, along } = options;
  const hold = { object, finalizer, controller: rule?.controller.name ?? null, until: rule?.until ?? null };
  const blockers = wait.objects.filter(({ id }) => !along.gone.has(id));
  if (blockers.length > 0) return { ...hold, reason: 'IN_USE', blockers, evidence: wait.evidence, certain: true };
  if (wait.gaps.length > 0) return { ...hold, reason: 'IN_USE', blockers, evidence: wait.gaps, certain: false };
  const endsByItself = rule?.waits !== undefined && rule.controller.runs === 'control-plane';
  return endsByItself ? null : { ...hold, reason: 'FINALIZER', blockers, evidence: [], certain: true };
}

async function apiHolds({ context, along }: Question): Promise<Hold[]> {
  const namespaces = [...along.gone.values()].map(({ object }) => object).filter(isNamespace);
  if (namespaces.length === 0) return [];
  const waits = await unavailableApis(context, namespaces);
  return namespaces.flatMap((object): Hold[] => {
    const wait = waits.get(object.id);
    if (wait === undefined || wait.objects.length + wait.gaps.length === 0) return [];
    const certain = wait.objects.length > 0;
    const evidence = certain ? wait.evidence : wait.gaps;
    return [
      { object, reason: 'UNAVAILABLE_API', finalizer: null, controller: null, until: null, blockers: wait.objects, evidence, certain },
    ];
  });
}
