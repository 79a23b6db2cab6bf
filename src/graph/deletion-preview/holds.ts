/** What would keep an object that goes from being gone. */
import { ReferenceFlag } from '../../relations/rule.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { FOREGROUND } from '../collector/judge-owners.ts';
import { finalizerRule } from '../deletion/catalogue/all.ts';
import type { FinalizerRule } from '../deletion/catalogue/finalizer-rule.ts';
import type { DeletionContext } from '../deletion/context.ts';
import { unavailableApis } from '../deletion/waits/unavailable-apis.ts';
import { NOTHING, type Wait } from '../deletion/waits/wait.ts';
import type { Cascade } from './cascade.ts';
import { isNamespace } from './contents.ts';
import type { Kept, TakenAlong } from './taken.ts';

export type HoldReason = 'FINALIZER' | 'IN_USE' | 'FOREGROUND_DEPENDENT' | 'UNAVAILABLE_API';

export interface Hold {
  readonly object: ObjectRow;
  readonly reason: HoldReason;
  readonly finalizer: string | null;
  /** Who takes the finalizer away, and what it waits until, where it is known. */
  readonly controller: string | null;
  readonly until: string | null;
  /** What it would wait for: objects that stay. Of a finalizer that only its own controller takes away, none. */
  readonly blockers: readonly ObjectRow[];
  readonly evidence: readonly string[];
  /** False where what would decide was not captured. */
  readonly certain: boolean;
}

interface Question {
  readonly context: DeletionContext;
  readonly cascade: Cascade;
  readonly root: ObjectRow;
  readonly along: TakenAlong;
}

export async function whatHolds(question: Question): Promise<readonly Hold[]> {
  const { context, along } = question;
  const finalizers = await context.reader.finalizers([...along.gone.keys()]);
  const held = new Map<string, ObjectRow[]>();
  for (const { object, name, field } of finalizers) {
    const row = along.gone.get(object)?.object;
    if (row === undefined || field === 'SPEC' || ENDS_BY_ITSELF.has(name)) continue;
    held.set(name, [...(held.get(name) ?? []), row]);
  }
  const holds: Hold[] = [];
  for (const [finalizer, objects] of held) holds.push(...(await finalizerHolds({ question, finalizer, objects })));
  return [...holds, ...foregroundHolds(question), ...(await apiHolds(question))];
}

/** The collector's own, which it takes away as what they wait for goes or is orphaned: see foregroundHolds. */
const ENDS_BY_ITSELF: ReadonlySet<string> = new Set([FOREGROUND, 'orphan']);

/** Objects that a finalizer waits for and that go too are no hold; nor is one of the control plane that then waits for nothing. */
async function finalizerHolds(options: {
  readonly question: Question;
  readonly finalizer: string;
  readonly objects: readonly ObjectRow[];
}): Promise<readonly Hold[]> {
  const { question, finalizer, objects } = options;
  const byRule = new Map<FinalizerRule | undefined, ObjectRow[]>();
  for (const object of objects) {
    const rule = finalizerRule(finalizer, object);
    byRule.set(rule, [...(byRule.get(rule) ?? []), object]);
  }
  const holds: Hold[] = [];
  for (const [rule, held] of byRule) {
    const waits = (await rule?.waits?.(question.context, held)) ?? new Map<number, Wait>();
    for (const object of held)
      holds.push(...finalizerHold({ object, finalizer, rule, wait: waits.get(object.id) ?? NOTHING, along: question.along }));
  }
  return holds;
}

function finalizerHold(options: {
  readonly object: ObjectRow;
  readonly finalizer: string;
  readonly rule: FinalizerRule | undefined;
  readonly wait: Wait;
  readonly along: TakenAlong;
}): Hold[] {
  const { object, finalizer, rule, wait, along } = options;
  const hold = { object, finalizer, controller: rule?.controller.name ?? null, until: rule?.until ?? null };
  const blockers = wait.objects.filter(({ id }) => !along.gone.has(id));
  if (blockers.length > 0) return [{ ...hold, reason: 'IN_USE', blockers, evidence: wait.evidence, certain: true }];
  if (wait.gaps.length > 0) return [{ ...hold, reason: 'IN_USE', blockers, evidence: wait.gaps, certain: false }];
  const endsByItself = rule?.waits !== undefined && rule.controller.runs === 'control-plane';
  return endsByItself ? [] : [{ ...hold, reason: 'FINALIZER', blockers, evidence: [], certain: true }];
}

/**
 * A foreground deletion waits for dependents with blockOwnerDeletion: those that the collector never deletes hold it for ever. From those with
 * another owner it takes the reference away; those that go hold it only as long as they are held themselves.
 */
function foregroundHolds({ cascade, root, along }: Question): Hold[] {
  if (cascade !== 'FOREGROUND') return [];
  const staying: readonly Kept[] = [...along.keeps, ...along.undecided];
  const blocking = staying.filter(({ reason }) => reason === 'NOT_COLLECTED' || reason === 'NOT_CAPTURED' || reason === 'TERMINATING');
  const blocks = blocking.filter(({ owners }) =>
    owners.some(({ holds, edge }) => holds === root.id && (edge.reference.flags & ReferenceFlag.blockOwnerDeletion) !== 0),
  );
  return blocks.map(({ object, reason }) => ({
    object: root,
    reason: 'FOREGROUND_DEPENDENT',
    finalizer: FOREGROUND,
    controller: null,
    until: null,
    blockers: [object],
    evidence: ['its owner reference has blockOwnerDeletion: true'],
    certain: reason !== 'NOT_CAPTURED',
  }));
}

async function apiHolds({ context, along }: Question): Promise<readonly Hold[]> {
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
