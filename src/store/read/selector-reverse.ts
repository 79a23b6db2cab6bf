/** The objects whose selectors select an object: found by its labels, each selector lying under its rarest one. */
import { matchesRequirements } from '../../kube/label-selector.ts';
import { ALL_NAMESPACES, PresenceCode } from '../codes.ts';
import type { Edge, ObjectRow } from '../reader.ts';
import type { ReadContext } from './context.ts';
import { idSet } from './id-sets.ts';
import { labelsOf, NO_LABELS } from './labels.ts';
import { rowsById } from './objects.ts';
import type { SelectorQuery } from './selector-forward.ts';
import { SELECTOR_COLUMNS, type Selector, type SelectorColumns, selectionRow, selectorOf } from './selector-row.ts';

/** `kinds` are those of the objects that select. */
export function selectingObjects(context: ReadContext, { objects, relations, kinds }: SelectorQuery): Edge[] {
  const candidates = candidateSelectors(context, objects).filter(
    ({ selector }) => relations === null || relations.includes(selector.relation),
  );
  const labels = labelsOf(
    context,
    candidates.filter(({ selector }) => !selector.isAnchorOnly).map(({ selected }) => selected),
  );
  const selecting = candidates.filter(
    ({ selected, selector }) => selector.isAnchorOnly || matchesRequirements(labels.get(selected) ?? NO_LABELS, selector.requirements),
  );
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

interface Candidate {
  readonly selected: number;
  readonly selector: Selector;
}

function candidateSelectors(context: ReadContext, objects: readonly number[]): Candidate[] {
  const set = idSet(objects);
  const candidates: Candidate[] = [];
  const parsed = new Map<string, Selector>();
  for (const way of context.selectors.ways) {
    const find = context.statements.raw<[number, ...SelectorColumns]>(candidateStatement(way));
    const rows = find.all(set);
    context.meter.rows(rows.length);
    for (const [selected, ...columns] of rows) {
      const key = `${columns[0]} ${columns[1]} ${columns[2]}`;
      let selector = parsed.get(key);
      if (selector === undefined) {
        selector = selectorOf(context, columns);
        parsed.set(key, selector);
      }
      candidates.push({ selected, selector });
    }
  }
  return candidates;
}

function candidateStatement({ allNamespaces, anchored }: { readonly allNamespaces: boolean; readonly anchored: boolean }): string {
  const namespace = allNamespaces ? `${ALL_NAMESPACES}` : 'o.namespace';
  const labels = anchored ? ' CROSS JOIN label l ON l.object = o.id' : '';
  const anchor = anchored ? '= l.pair' : 'IS NULL';
  return `SELECT o.id, ${SELECTOR_COLUMNS} FROM json_each(?) p CROSS JOIN object o ON o.id = p.value AND o.presence = ${PresenceCode.PRESENT}${labels}
    CROSS JOIN selector s ON s.kind = o.kind AND s.namespace = ${namespace} AND s.anchor ${anchor}`;
}
