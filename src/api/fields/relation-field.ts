/** Relation fields: one row for each walk that the relations room lists. */
import { walk } from '../../graph/walk.ts';
import { type KindKey, kindName } from '../../kube/kind.ts';
import type { Walk, WalkField } from '../../relations/field.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { listArguments, mixedListArguments } from '../lists/list-arguments.ts';
import { compareKeys } from '../lists/name-order.ts';
import { connections } from '../lists/page.ts';
import { reachedLists } from '../lists/reached-list.ts';
import { restsOfWalk } from '../lists/walk-rests.ts';
import { type Batch, described, type FieldRow } from '../model/field-row.ts';
import { knownWay } from './known-way.ts';
import { isCaptured } from './needs.ts';

/** `typeName` gives the GraphQL type of the kind at the field's end. */
export function relationField(field: WalkField, typeName: (kind: KindKey) => string): FieldRow<ObjectRow> {
  const type = field.to === null ? 'KubernetesObject' : typeName(field.to);
  const description = described(field.description, field.source);
  if (field.one) return { name: field.name, type, description, load: (batch) => loadOne(batch, field) };
  return {
    name: field.name,
    type: `${type}Connection`,
    args: field.to === null ? mixedListArguments : listArguments,
    description,
    load: async (batch) => loadList(batch, field),
  };
}

/** null only where nothing is referenced; of several the first by name. */
async function loadOne({ scope, items }: Batch<ObjectRow>, field: WalkField): Promise<readonly unknown[]> {
  const { to } = field;
  const way = knownWay(scope.reader, field);
  const parents = items.map((item) => item.data).filter((row) => row.id > 0 && knowsWay(row, way));
  const { reader, meter } = scope;
  const edges = await walk(reader, { parents: parents.map((row) => row.id), walk: way, meter });
  const first = new Map<number, ObjectRow>();
  for (const { parent, object } of edges) {
    if (to !== null && kindName(object) !== kindName(to)) continue;
    const known = first.get(parent);
    if (known === undefined || compareKeys(object, known) < 0) first.set(parent, object);
  }
  return items.map((item) => first.get(item.data.id) ?? null);
}

function loadList(batch: Batch<ObjectRow>, field: WalkField) {
  const { to } = field;
  const { reader, meter } = batch.scope;
  const way = knownWay(reader, field);
  const source = reachedLists({
    batch,
    walk: (parents) => walk(reader, { parents, walk: way, meter }),
    restsOn: (parents) => restsOfWalk(reader, way, parents),
    ...(to === null ? {} : { kinds: [to] }),
  });
  return connections(source, batch.items.length).map((list, index) => {
    const item = batch.items[index];
    return item !== undefined && knowsWay(item.data, way) ? list : null;
  });
}

/** A ghost's own pointers are not known, those to it are: a walk from it may begin against a pointer, but not along one. */
function knowsWay(parent: ObjectRow, way: Walk): boolean {
  return isCaptured(parent) || beginsInReverse(way);
}

function beginsInReverse(way: Walk): boolean {
  if ('hops' in way) return way.hops[0]?.direction === 'reverse';
  if ('union' in way) return way.union.some(beginsInReverse);
  if ('closure' in way) return way.closure.direction === 'reverse';
  if ('walk' in way) return beginsInReverse(way.walk);
  return beginsInReverse(way.otherwise);
}
