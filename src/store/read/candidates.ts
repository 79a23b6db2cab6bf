/** Where an index names the few objects that a filter can let through, their ids: so that nothing else is read. */
import type { Requirement } from '../../kube/requirement.ts';
import { healthCode } from '../codes.ts';
import type { ObjectFilter } from '../reader.ts';
import type { ReadContext } from './context.ts';
import { idSet } from './id-sets.ts';
import { keyColumns } from './objects.ts';

/** Past it walking over everything in order, and comparing, is the better way to a page. */
const MOST_CANDIDATES = 20_000;

/** null: no index narrows this filter enough. A superset of what the filter lets through. */
export function candidates(context: ReadContext, filter: ObjectFilter): readonly number[] | null {
  return (
    byLabel(context, filter) ??
    byNode(context, filter) ??
    byExactName(context, filter) ??
    byDeletion(context, filter) ??
    byHealth(context, filter)
  );
}

function byLabel({ statements }: ReadContext, { labels = [] }: ObjectFilter): readonly number[] | null {
  const find = statements.raw<[number, number]>('SELECT id, objects FROM label_pair WHERE key = ? AND value = ?');
  let best: { readonly pairs: readonly number[]; readonly objects: number } | null = null;
  for (const requirement of labels) {
    if (!isAmongValues(requirement)) continue;
    const found = [...new Set(requirement.values)].map((value) => find.get(requirement.key, value)).filter((pair) => pair !== undefined);
    const objects = found.reduce((sum, [, count]) => sum + count, 0);
    if (best === null || objects < best.objects) best = { pairs: found.map(([id]) => id), objects };
  }
  if (best === null || best.objects > MOST_CANDIDATES) return null;
  return statements.pluck<number>('SELECT l.object FROM json_each(?) p CROSS JOIN label l ON l.pair = p.value').all(idSet(best.pairs));
}

function isAmongValues({ operator }: Requirement): boolean {
  return operator === 'In';
}

/** `spec.nodeName=x` of Pods: every such pod points at the node by that path, whether the node was captured or not. */
function byNode(context: ReadContext, { fields = [], kinds }: ObjectFilter): readonly number[] | null {
  const field = fields.find(({ path, operator, value }) => path === 'spec.nodeName' && operator === '=' && value !== '');
  const [kind] = kinds ?? [];
  if (field === undefined || kinds?.length !== 1 || kind?.kind !== 'Pod' || kind.group !== '') return null;
  const key = keyColumns(context, { group: '', kind: 'Node', namespace: null, name: field.value });
  const path = context.names.pathId('spec.nodeName');
  if (key === null || path === undefined) return [];
  return context.statements.pluck<number>(PODS_OF_NODE).all(...key, path);
}

const PODS_OF_NODE = `
SELECT r.source FROM object o CROSS JOIN reference r ON r.target = o.id WHERE o.kind = ? AND o.namespace = ? AND o.name = ? AND r.path = ?`;

function byExactName(context: ReadContext, { name, fields = [], kinds, namespace }: ObjectFilter): readonly number[] | null {
  const exact =
    fields.find(({ path, operator }) => path === 'metadata.name' && operator === '=')?.value ?? (isLiteral(name) ? name : undefined);
  if (exact === undefined) return null;
  const kindIds = kinds === undefined ? null : context.names.kindIds(kinds);
  const namespaces = namespace === undefined ? context.names.namespaces.map(({ id }) => id) : [context.names.namespaceId(namespace)];
  const find = context.statements.raw<[number, number]>(
    'SELECT id, kind FROM object INDEXED BY object_namespace WHERE namespace = ? AND name = ?',
  );
  return namespaces
    .filter((id) => id !== undefined)
    .flatMap((id) => find.all(id, exact))
    .filter(([, kind]) => kindIds === null || kindIds.includes(kind))
    .map(([id]) => id);
}

function isLiteral(name: string | undefined): name is string {
  return name !== undefined && !/[*?[\\]/.test(name);
}

function byDeletion({ statements }: ReadContext, { terminating }: ObjectFilter): readonly number[] | null {
  if (!terminating) return null;
  const found = statements.pluck<number>('SELECT id FROM object WHERE deletion IS NOT NULL LIMIT ?').all(MOST_CANDIDATES + 1);
  return found.length > MOST_CANDIDATES ? null : found;
}

/** What is not well is seldom much; what is well lies in no index. */
function byHealth({ statements, names }: ReadContext, { health, kinds }: ObjectFilter): readonly number[] | null {
  if (health === undefined || health.includes('HEALTHY')) return null;
  const kindIds = kinds === undefined || kinds.length > MOST_KINDS ? [null] : names.kindIds(kinds);
  const ofKind = statements.pluck<number>(`${UNHEALTHY} AND kind = ? LIMIT ?`);
  const ofAll = statements.pluck<number>(`${UNHEALTHY} LIMIT ?`);
  const found: number[] = [];
  for (const code of new Set(health.map(healthCode))) {
    for (const kind of kindIds) {
      const limit = MOST_CANDIDATES + 1 - found.length;
      found.push(...(kind === null ? ofAll.all(code, limit) : ofKind.all(code, kind, limit)));
      if (found.length > MOST_CANDIDATES) return null;
    }
  }
  return found;
}

const MOST_KINDS = 50;
const UNHEALTHY = 'SELECT id FROM object INDEXED BY object_unhealthy WHERE health = ? AND health > 1';
