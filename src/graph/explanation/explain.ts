/** From an object that is ill down to what explains it: along what it rests on, as far as that is ill, missing or flawed. */
import { ReferenceFlag } from '../../relations/rule.ts';
import type { Edge, HealthRow, ObjectRow, Reader, ReferenceRow, ReferenceStatus } from '../../store/reader.ts';
import { OWNER } from '../owner-chain.ts';
import { type LastWords, lastWords } from './last-words.ts';
import { stepsOf } from './steps.ts';

export interface Explanation {
  readonly object: ObjectRow;
  /** null where nothing is said of it. */
  readonly health: HealthRow | null;
  /** The pointer by which it was reached, held by it or by what is above it; null of what was asked about. */
  readonly pointer: ReferenceRow | null;
  /** Others beside it of the same kind, for the same reason. */
  readonly alike: readonly ObjectRow[];
  /** What its containers wrote last, where one ended badly. */
  readonly lastWords: LastWords | null;
  /** Of what is missing or flawed: who else names it. */
  readonly users: readonly ObjectRow[];
  readonly causes: readonly Explanation[];
}

export interface Explained {
  readonly root: Explanation;
  /** Strong pointers, on the way, to what was not captured: the cause may lie there. */
  readonly notCaptured: readonly ObjectRow[];
}

/** Long enough for Ingress, Service, Deployment, ReplicaSet, Pod, claim, volume, node; cycles end at what was seen. */
const DEEPEST = 10;
/** A capture may be made to branch without end. */
const MOST_OBJECTS = 300;

export async function explain(reader: Reader, object: ObjectRow): Promise<Explained> {
  const walk: Walk = { reader, seen: new Set([object.id]), notCaptured: new Map() };
  const root = await explanationOf({ walk, object, pointer: null, alike: [], depth: 0 });
  return { root, notCaptured: [...walk.notCaptured.values()] };
}

interface Walk {
  readonly reader: Reader;
  readonly seen: Set<number>;
  readonly notCaptured: Map<number, ObjectRow>;
}

interface Place {
  readonly walk: Walk;
  readonly object: ObjectRow;
  readonly pointer: ReferenceRow | null;
  readonly alike: readonly ObjectRow[];
  readonly depth: number;
}

async function explanationOf(place: Place): Promise<Explanation> {
  const { walk, object, pointer, alike, depth } = place;
  const { reader } = walk;
  const [health = null] = await reader.health([object.id]);
  const isAsked = pointer === null;
  const base = { object, health, pointer, alike };
  if (pointer !== null && isBroken(pointer.status)) {
    return { ...base, lastWords: null, users: await usersOf(reader, pointer), causes: [] };
  }
  const causes = isAsked || isIll(object) ? await causesOf(place, depth) : [];
  return { ...base, lastWords: await lastWords(reader, object), users: [], causes };
}

async function causesOf({ walk, object }: Place, depth: number): Promise<readonly Explanation[]> {
  if (depth >= DEEPEST) return [];
  const edges = await firstThatExplains(walk, object);
  const fresh = edges.filter(({ object: target }) => !walk.seen.has(target.id));
  const groups = new Map<string, Edge[]>();
  const reasons = new Map((await walk.reader.health(fresh.map((edge) => edge.object.id))).map(({ object: id, reason }) => [id, reason]));
  for (const edge of fresh) {
    if (walk.seen.size >= MOST_OBJECTS || walk.seen.has(edge.object.id)) continue;
    walk.seen.add(edge.object.id);
    const broken = isBroken(edge.reference.status) ? edge.object.id : '';
    const key = JSON.stringify([edge.object.group, edge.object.kind, edge.reference.status, reasons.get(edge.object.id) ?? null, broken]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [edge]);
    else group.push(edge);
  }
  const causes: Explanation[] = [];
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue;
    const alike = others.map((edge) => edge.object);
    causes.push(await explanationOf({ walk, object: first.object, pointer: first.reference, alike, depth: depth + 1 }));
  }
  return causes;
}

/** What is nearest to the failure explains it: the steps of a kind in their order, until one leads to something amiss. */
async function firstThatExplains({ reader, notCaptured }: Walk, object: ObjectRow): Promise<readonly Edge[]> {
  for (const step of stepsOf(object)) {
    const strong = (await step(reader, object)).filter(({ reference }) => isStrong(reference));
    for (const { object: target } of strong) if (target.presence === 'NOT_CAPTURED') notCaptured.set(target.id, target);
    const broken = strong.filter(({ reference }) => isBroken(reference.status));
    const ill = strong.filter(({ object: target, reference }) => !isBroken(reference.status) && isIll(target));
    if (broken.length + ill.length > 0) return [...broken, ...ill];
  }
  return [];
}

/** Those that name it at the same place of the same want, but for owners' copies of one another. */
async function usersOf(reader: Reader, pointer: ReferenceRow): Promise<readonly ObjectRow[]> {
  const edges = await reader.edges({ parents: [pointer.target], direction: 'reverse', flawed: true });
  const users = edges.filter(
    ({ reference }) =>
      isStrong(reference) && reference.status === pointer.status && reference.key === pointer.key && reference.source !== pointer.source,
  );
  const rows = new Map(users.map(({ object }) => [object.id, object]));
  const owners = await reader.edges({
    parents: [...rows.keys(), pointer.source],
    direction: 'forward',
    relations: [OWNER],
    controllersOnly: true,
  });
  const owned = new Set(owners.filter(({ object }) => rows.has(object.id)).map(({ parent }) => parent));
  const own = new Set(await controllersAbove(reader, pointer.source));
  return [...rows.values()].filter(({ id }) => !owned.has(id) && !own.has(id));
}

async function controllersAbove(reader: Reader, id: number): Promise<readonly number[]> {
  const found: number[] = [];
  for (let at: number | undefined = id; at !== undefined && found.length < DEEPEST; ) {
    const [edge] = await reader.edges({ parents: [at], direction: 'forward', relations: [OWNER], controllersOnly: true });
    at = edge?.object.id;
    if (at !== undefined) found.push(at);
  }
  return found;
}

const BROKEN: ReadonlySet<ReferenceStatus> = new Set<ReferenceStatus>([
  'MISSING',
  'KEY_MISSING',
  'DELETED',
  'UID_MISMATCH',
  'NAME_MISMATCH',
  'KIND_MISMATCH',
  'KIND_UNKNOWN',
  'CROSS_NAMESPACE',
  'NOT_PERMITTED',
]);

function isBroken(status: ReferenceStatus): boolean {
  return BROKEN.has(status);
}

export function isIll({ health }: ObjectRow): boolean {
  return health === 'DEGRADED' || health === 'PROGRESSING' || health === 'UNKNOWN';
}

function isStrong({ flags }: ReferenceRow): boolean {
  return (flags & (ReferenceFlag.weak | ReferenceFlag.raced)) === 0;
}
