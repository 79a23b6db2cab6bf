/** Asks the Reader, once for a whole set, for what decides how the garbage collector sees owner references. */
import { kindName } from '../../kube/kind.ts';
import { valueAt } from '../../kube/safe.ts';
import type { Edge, KindRow, ObjectKey, ObjectRow, Reader } from '../../store/reader.ts';
import { type CollectorStatus, collectorStatus } from './collector-status.ts';
import { servedVersions } from './served-versions.ts';

/** The finalizer of an object that waits for its dependents. Source: meta/v1 FinalizerDeleteDependents. */
export const FOREGROUND = 'foregroundDeletion';

/** One owner reference. `owner` is what the collector gets for its words: the object itself where only the kind's case is another. */
export interface JudgedOwner {
  readonly edge: Edge;
  readonly owner: ObjectRow;
  readonly status: CollectorStatus;
}

/** One for each edge, in order. Edges are those of the relation `owner`, forward, flawed ones included. */
export async function judgeOwners(reader: Reader, edges: readonly Edge[]): Promise<readonly JudgedOwner[]> {
  const kinds = new Map(reader.kinds.map((kind) => [kindName(kind), kind]));
  const owners = await respelt(reader, edges);
  const dependents = await rowsOf(reader, edges);
  const foreground = await inForeground(reader, owners);
  const askable = askableTest(reader, kinds);
  const named = new Set(owners.map(kindName));
  const versions = await servedVersions(
    reader,
    [...kinds.values()].filter((kind) => named.has(kindName(kind))),
  );
  const judged: JudgedOwner[] = [];
  for (const [index, edge] of edges.entries()) {
    const dependent = dependents.get(edge.parent);
    const owner = owners[index] ?? edge.object;
    if (dependent === undefined) throw new Error(`An owner reference of object ${edge.parent} has no source.`);
    const status = collectorStatus({
      reference: edge.reference,
      dependent,
      owner,
      askable: isServed(edge, versions.get(kindName(owner))) && (await askable(owner, dependent.namespace)),
      namespaced: kinds.get(kindName(owner))?.namespaced ?? null,
      foreground: foreground.has(owner.id),
    });
    judged.push({ edge, owner, status });
  }
  return judged;
}

/** Where the written version is known not to be served the collector finds no resource to ask. */
function isServed({ reference }: Edge, versions: ReadonlySet<string> | undefined): boolean {
  const written = valueAt(reference.written, 'apiVersion');
  if (versions === undefined || typeof written !== 'string') return true;
  return versions.has(written.slice(written.indexOf('/') + 1));
}

async function rowsOf(reader: Reader, edges: readonly Edge[]): Promise<ReadonlyMap<number, ObjectRow>> {
  const ids = [...new Set(edges.map(({ parent }) => parent))];
  return new Map((await reader.objects(ids)).map((row) => [row.id, row]));
}

/** The owners; of a kind that is written in another case than the API's, the object that the collector takes it for. */
async function respelt(reader: Reader, edges: readonly Edge[]): Promise<readonly ObjectRow[]> {
  const kinds = spellings(reader.kinds);
  const places: number[] = [];
  const keys: ObjectKey[] = [];
  for (const [index, { object, reference }] of edges.entries()) {
    if (reference.status !== 'KIND_MISMATCH') continue;
    const kind = kinds.get(kindName(object).toLowerCase());
    if (kind === undefined || kind.kind === object.kind) continue;
    places.push(index);
    keys.push({ ...kind, namespace: kind.namespaced === false ? null : object.namespace, name: object.name });
  }
  if (keys.length === 0) return edges.map(({ object }) => object);
  const found = await reader.find(keys);
  const owners = edges.map(({ object }) => object);
  for (const [index, place] of places.entries()) {
    const key = keys[index];
    const named = owners[place];
    if (key === undefined || named === undefined) continue;
    owners[place] = found[index] ?? (await ghostOf(reader, key, named));
  }
  return owners;
}

/** By group and kind in lower case: the kind as the API spells it, for only that one has objects or is declared. */
function spellings(kinds: readonly KindRow[]): ReadonlyMap<string, KindRow> {
  return new Map(kinds.filter((kind) => kind.plural !== null || kind.objects > 0).map((kind) => [kindName(kind).toLowerCase(), kind]));
}

/** Nothing of that name under the right spelling: missing where its kind was captured. */
async function ghostOf(reader: Reader, key: ObjectKey, named: ObjectRow): Promise<ObjectRow> {
  const { group, kind, namespace } = key;
  const outcome = await reader.outcome({ group, kind }, namespace);
  return { ...named, id: 0, group, kind, namespace, presence: outcome === 'ok' ? 'MISSING' : 'NOT_CAPTURED' };
}

async function inForeground(reader: Reader, owners: readonly ObjectRow[]): Promise<ReadonlySet<number>> {
  const deleting = [...new Set(owners.filter(({ deletion }) => deletion !== null).map(({ id }) => id))];
  if (deleting.length === 0) return new Set();
  const finalizers = await reader.finalizers(deleting);
  return new Set(finalizers.filter(({ name }) => name === FOREGROUND).map(({ object }) => object));
}

/**
 * Whether the API server can be asked for the kind of an owner. Only proof makes it "no": its server did not answer the capture either,
 * or discovery was captured and does not name the kind.
 */
function askableTest(
  reader: Reader,
  kinds: ReadonlyMap<string, KindRow>,
): (owner: ObjectRow, namespace: string | null) => Promise<boolean> {
  const known = new Map<string, boolean>();
  let discovery: boolean | null = null;
  return async (owner, namespace) => {
    if (owner.presence !== 'NOT_CAPTURED') return true;
    const key = `${kindName(owner)} ${namespace ?? ''}`;
    let askable = known.get(key);
    if (askable !== undefined) return askable;
    const outcome = await reader.outcome(owner, namespace);
    discovery ??= await discoveryCaptured(reader);
    const row = kinds.get(kindName(owner));
    const isNamedNowhere = outcome === null && (row === undefined || (row.objects === 0 && !row.custom));
    askable = outcome !== 'unavailable' && !(discovery && isNamedNowhere);
    known.set(key, askable);
    return askable;
  };
}

/** Else the gaps of a snapshot hold the word that there may be other kinds. */
async function discoveryCaptured(reader: Reader): Promise<boolean> {
  return !(await reader.completeness({ namespace: null })).gaps.some(({ group }) => group === '*');
}
