/** What selectors select: through the label index, the rarest label first. */
import { matchesRequirements } from '../../kube/label-selector.ts';
import type { Requirement } from '../../kube/requirement.ts';
import { ALL_NAMESPACES, PresenceCode } from '../codes.ts';
import type { Edge } from '../reader.ts';
import type { ReadContext } from './context.ts';
import { idSet } from './id-sets.ts';
import { labelsOf, NO_LABELS } from './labels.ts';
import { OBJECT_COLUMNS, type ObjectColumns, objectRow } from './object-row.ts';
import { SELECTOR_COLUMNS, type Selector, type SelectorColumns, selectionRow, selectorOf } from './selector-row.ts';

export interface SelectorQuery {
  readonly objects: readonly number[];
  /** null: all. */
  readonly relations: readonly number[] | null;
  readonly kinds: readonly number[] | null;
}

export function selectedBy(context: ReadContext, { objects, relations, kinds }: SelectorQuery): Edge[] {
  const find = context.statements.raw<SelectorColumns>(
    `SELECT ${SELECTOR_COLUMNS} FROM json_each(?) p CROSS JOIN selector s ON s.source = p.value`,
  );
  const edges: Edge[] = [];
  for (const columns of find.all(idSet(objects))) {
    const selector = selectorOf(context, columns);
    if (relations !== null && !relations.includes(selector.relation)) continue;
    if (kinds !== null && !kinds.includes(selector.kind)) continue;
    for (const selected of selectedObjects(context, selector)) {
      const object = objectRow(context.names, selected);
      edges.push({ parent: selector.source, object, reference: selectionRow(context, selector, object.id) });
    }
  }
  return edges;
}

function selectedObjects(context: ReadContext, selector: Selector): readonly ObjectColumns[] {
  const others = otherPairs(context, selector);
  if (others === 'none') return [];
  const { sql, parameters } = candidateStatement(selector, others ?? []);
  const candidates = context.statements.raw<ObjectColumns>(sql).all(...parameters);
  context.meter.rows(candidates.length);
  if (others !== null || selector.requirements.length === 0) return candidates;
  const labels = labelsOf(
    context,
    candidates.map(([id]) => id),
  );
  return candidates.filter(([id]) => matchesRequirements(labels.get(id) ?? NO_LABELS, selector.requirements));
}

/** Most statements that differ only in how many pairs they compare; beyond it labels are compared here. */
const MOST_PAIRS = 6;

/**
 * Where every requirement is one pair: the pairs beside the anchor, which SQLite then compares itself. `none` where no object has one
 * of them; null where the requirements are of other kinds.
 */
function otherPairs({ statements }: ReadContext, { requirements, anchor }: Selector): readonly number[] | 'none' | null {
  if (requirements.length === 0 || requirements.length > MOST_PAIRS || !requirements.every(isPair)) return null;
  const find = statements.pluck<number>('SELECT id FROM label_pair WHERE key = ? AND value = ?');
  const others = new Set<number>();
  for (const { key, values } of requirements) {
    const pair = find.get(key, values[0]);
    if (pair === undefined) return 'none';
    if (pair !== anchor) others.add(pair);
  }
  return [...others];
}

function isPair({ operator, values }: Requirement): boolean {
  return operator === 'In' && values.length === 1;
}

function candidateStatement(selector: Selector, others: readonly number[]): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const conditions: string[] = [];
  const restrict = (condition: string, value: number): void => {
    conditions.push(condition);
    parameters.push(value);
  };
  const isAnchored = selector.anchor !== null;
  if (selector.anchor !== null) restrict('l.pair = ?', selector.anchor);
  restrict(isAnchored ? 'l.kind = ?' : 'o.kind = ?', selector.kind);
  if (selector.namespace !== ALL_NAMESPACES) restrict(isAnchored ? 'l.namespace = ?' : 'o.namespace = ?', selector.namespace);
  for (const pair of others) restrict('EXISTS (SELECT 1 FROM label m WHERE m.object = l.object AND m.pair = ?)', pair);
  if (!isAnchored) conditions.push(`o.presence = ${PresenceCode.PRESENT}`);
  const from = isAnchored ? 'label l CROSS JOIN object o ON o.id = l.object' : 'object o';
  return { sql: `SELECT ${OBJECT_COLUMNS} FROM ${from} WHERE ${conditions.join(' AND ')}`, parameters };
}
