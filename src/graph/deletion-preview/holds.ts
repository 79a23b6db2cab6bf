/** What would keep an object that goes from being gone. */
import { ReferenceFlag } from '../../relations/rule.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { FOREGROUND } from '../collector/judge-owners.ts';
import type { DeletionContext } from '../deletion/context.ts';
import { boundClaim } from '../deletion/waits/bound-claim.ts';
import { claimUsers } from '../deletion/waits/claim-users.ts';
import { unavailableApis } from '../deletion/waits/unavailable-apis.ts';
import type { Wait, WaitQuery } from '../deletion/waits/wait.ts';
import type { Cascade } from './cascade.ts';
import { isNamespace } from './contents.ts';
import type { Kept, TakenAlong } from './taken.ts';

export type HoldReason = 'FINALIZER' | 'IN_USE' | 'FOREGROUND_DEPENDENT' | 'UNAVAILABLE_API';

export interface Hold {
  readonly object: ObjectRow;
  readonly reason: HoldReason;
  readonly finalizer: string | null;
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

/** The finalizers of what goes along anyway: the collector's own, and that of a definition, which waits for its instances. */
const ENDS_BY_ITSELF: ReadonlySet<string> = new Set([FOREGROUND, 'orphan', 'customresourcecleanup.apiextensions.k8s.io']);

/** Finalizers that wait for objects; those that go too are no hold. Sources: with each query. */
const WAITS: Readonly<Record<string, WaitQuery>> = {
  'kubernetes.io/pvc-protection': claimUsers,
  'kubernetes.io/pv-protection': boundClaim,
};

async function finalizerHolds(options: {
  readonly question: Question;
  readonly finalizer: string;
  readonly objects: readonly ObjectRow[];
}): Promise<readonly Hold[]> {
  const { question, finalizer, objects } = options;
  const query = Object.hasOwn(WAITS, finalizer) ? WAITS[finalizer] : undefined;
  if (query === undefined) {
    return objects.map((object) => ({ object, reason: 'FINALIZER', finalizer, blockers: [], evidence: [], certain: true }));
  }
  const waits = await query(question.context, objects);
  return objects.flatMap((object) => inUse({ object, finalizer, wait: waits.get(object.id), along: question.along }));
}

function inUse(options: {
  readonly object: ObjectRow;
  readonly finalizer: string;
  readonly wait: Wait | undefined;
  readonly along: TakenAlong;
}): Hold[] {
  const { object, finalizer, wait, along } = options;
  if (wait === undefined) return [];
  const blockers = wait.objects.filter(({ id }) => !along.gone.has(id));
  const hold = { object, reason: 'IN_USE', finalizer } as const;
  if (blockers.length > 0) return [{ ...hold, blockers, evidence: wait.evidence, certain: true }];
  return wait.gaps.length > 0 ? [{ ...hold, blockers, evidence: wait.gaps, certain: false }] : [];
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
    return [{ object, reason: 'UNAVAILABLE_API', finalizer: null, blockers: wait.objects, evidence, certain }];
  });
}
