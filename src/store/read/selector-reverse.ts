/** The objects whose selectors select an object: found by its labels, each selector lying under its rarest one. */
import { matchesRequirements } from '../../kube/label-selector.ts';
import { ALL_NAMESPACES, PresenceCode } from '../codes.ts';
import type { Edge, Meter, ObjectRow } from '../reader.ts';
import type { ReadContext } from './context.ts';
import { idSet } from './id-sets.ts';
import { type Labels, labelsOf, NO_LABELS } from './labels.ts';
import { rowsById } from './objects.ts';
import type { SelectorQuery } from './selector-forward.ts';
import { SELECTOR_COLUMNS, type Selector, type SelectorColumns, selectionRow, selectorOf } from './selector-row.ts';

/** `kinds` are those of the objects that select. */
export function selectingObjects(context: ReadContext, { objects, relations, kinds }: SelectorQuery): Edge[] {
  const selecting = context.selectors.ways.flatMap((way) => selectionsBy(context, way, objects, relations));
  const sources = new Map<number, ObjectRow>(
    rowsById(context, [...new Set(selecting.map(({ selector }) => selector.source))]).map((row) => [row.id, row]),
  );
  const kindIds = kinds === null ? null : new Set(kinds);
  const edges: Edge[] = [];
  for (const { selected, selector } of selecting) {
    const object = sources.get(selector.source);
    if (object === undefined || (kindIds !== null && !kindIds.has(context.names.kindId(object) ?? 0))) continue;
    edges.push({ parent: selected, object, reference: selectionRow(context, selector, selected) });
  }
  return edges;
}

type Way = ReadContext['selectors']['ways'][number];

interface Selection {
  readonly selected: number;
  readonly selector: Selector;
}

/** A selector with ten thousand requirements may have as many candidates: it is read once, and they are counted as they come. */
function selectionsBy(context: ReadContext, way: Way, objects: readonly number[], relations: readonly number[] | null): Selection[] {
  const { statements, meter } = context;
  const selectors = new Map<string, Selector>();
  const labels = new Map<number, Labels>();
  const selections: Selection[] = [];
  let rows = 0;
  for (const [selected, ...key] of statements.raw<[number, number, number, number]>(candidateStatement(way)).iterate(idSet(objects))) {
    if (++rows % ROWS_A_CHECK === 0) countRows(meter);
    if (relations !== null && !relations.includes(key[1])) continue;
    const selector = remembered(selectors, key.join(' '), () => selectorAt(context, key));
    const ownLabels = (): Labels => remembered(labels, selected, () => labelsOf(context, [selected]).get(selected) ?? NO_LABELS);
    if (selector.isAnchorOnly || matchesRequirements(ownLabels(), selector.requirements)) selections.push({ selected, selector });
  }
  meter.rows(rows % ROWS_A_CHECK);
  return selections;
}

const ROWS_A_CHECK = 1000;

function countRows(meter: Meter): void {
  meter.rows(ROWS_A_CHECK);
  meter.checkTime();
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, read: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = read();
    known.set(key, value);
  }
  return value;
}

function selectorAt(context: ReadContext, key: readonly number[]): Selector {
  const find = context.statements.raw<SelectorColumns>(
    `SELECT ${SELECTOR_COLUMNS} FROM selector s WHERE s.source = ? AND s.relation = ? AND s.ordinal = ?`,
  );
  const columns = find.get(...key);
  if (columns === undefined) throw new Error(`The snapshot lost selector ${key.join('/')} while it was read.`);
  return selectorOf(context, columns);
}

function candidateStatement({ allNamespaces, anchored }: Way): string {
  const namespace = allNamespaces ? `${ALL_NAMESPACES}` : 'o.namespace';
  const labels = anchored ? ' CROSS JOIN label l ON l.object = o.id' : '';
  const anchor = anchored ? '= l.pair' : 'IS NULL';
  return `SELECT o.id, s.source, s.relation, s.ordinal
    FROM json_each(?) p CROSS JOIN object o ON o.id = p.value AND o.presence = ${PresenceCode.PRESENT}${labels}
    CROSS JOIN selector s ON s.kind = o.kind AND s.namespace = ${namespace} AND s.anchor ${anchor}`;
}
