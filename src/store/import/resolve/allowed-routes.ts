/**
 * Routes that no listener of what they hang on takes, and sets of listeners that their Gateway does not take. Judged only where both ends are
 * there, and by labels only where the Namespace is: whoever does not know them cannot say that they are not selected.
 */
import type { Database } from 'better-sqlite3';
import type { KindKey } from '../../../kube/kind.ts';
import { matchesRequirements, requirementsOf } from '../../../kube/label-selector.ts';
import { arrayAt, isObject, objectAt, stringAt, valueAt } from '../../../kube/safe.ts';
import type { JsonObject, JsonValue } from '../../../records/record.ts';
import { namespaceKind } from '../../../relations/kinds.ts';
import { GATEWAY_GROUP, gateway, listenerSets, routes } from '../../../relations/rules/gateway-kinds.ts';
import { FlawCode, PresenceCode } from '../../codes.ts';

/** After the references. */
export function judgeAllowedRoutes(db: Database, capturedFrom: number | null): void {
  const find = db.prepare<object, Pointer>(POINTERS);
  const pointers = ATTACHED.flatMap(({ kind, relation }) => find.all({ group: kind.group, kind: kind.kind, relation, capturedFrom }));
  if (pointers.length === 0) return;
  const objects = jsonReader(db);
  const labels = labelReader(db);
  const forbid = db.prepare(`UPDATE reference SET flaw = ${FlawCode.NOT_PERMITTED} WHERE source = ? AND relation = ? AND ordinal = ?`);
  for (const pointer of pointers) {
    const target = objects(pointer.target);
    if (target === null) continue;
    const from = { ...pointer, labels: () => labels(pointer.namespace) };
    const verdict = pointer.name === ROUTE_PARENT ? takesRoute(target, from) : takesListenerSet(target, from);
    if (verdict === 'no') forbid.run(pointer.source, pointer.relation, pointer.ordinal);
  }
}

interface Pointer {
  readonly source: number;
  readonly relation: number;
  readonly ordinal: number;
  readonly name: string;
  readonly target: number;
  /** Of the route or set. */
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly home: string;
  readonly written: string | null;
}

const ROUTE_PARENT = 'gateway-route-parent';

/** What hangs on a Gateway, and by which relation. */
const ATTACHED: readonly { readonly kind: KindKey; readonly relation: string }[] = [
  ...routes.map(({ kind }) => ({ kind, relation: ROUTE_PARENT })),
  ...listenerSets.map(({ kind }) => ({ kind, relation: 'listener-set-gateway' })),
];

/** What has listeners; a Service, which may be a parent too, has none. */
const HOLDERS = [gateway, ...listenerSets.map(({ kind }) => kind)].map(({ group, kind }) => `'${group}/${kind}'`).join(', ');

/** A source that changed after the targets were listed may have been taken since by what has changed, too. */
const POINTERS = `
SELECT r.source, r.relation, r.ordinal, x.name, r.target, sk.api_group AS "group", sk.kind, sn.name AS namespace, tn.name AS home, r.written
FROM kind sk CROSS JOIN object s ON s.kind = sk.id AND s.presence = ${PresenceCode.PRESENT} AND s.namespace <> 0
CROSS JOIN relation x ON x.name = $relation CROSS JOIN reference r ON r.source = s.id AND r.relation = x.id AND r.flaw = 0
CROSS JOIN object t ON t.id = r.target AND t.presence = ${PresenceCode.PRESENT} AND t.namespace <> 0
CROSS JOIN kind tk ON tk.id = t.kind CROSS JOIN namespace sn ON sn.id = s.namespace CROSS JOIN namespace tn ON tn.id = t.namespace
WHERE sk.api_group = $group AND sk.kind = $kind AND (tk.api_group || '/' || tk.kind) IN (${HOLDERS})
  AND coalesce(s.changed <= coalesce((SELECT c.listed_from FROM staging.coverage c WHERE c.kind = t.kind AND c.namespace = t.namespace),
    (SELECT c.listed_from FROM staging.coverage c WHERE c.kind = t.kind AND c.namespace = -1), $capturedFrom), 1)`;

type Verdict = 'yes' | 'no' | 'unknown';

interface Asking extends Pointer {
  /** Of its namespace; null where nobody knows them. */
  readonly labels: () => Readonly<Record<string, string>> | null;
}

function takesRoute(target: JsonObject, asking: Asking): Verdict {
  const reference = asking.written === null ? null : (JSON.parse(asking.written) as JsonValue);
  const [section, port] = [valueAt(reference, 'sectionName') ?? null, valueAt(reference, 'port') ?? null];
  const listeners = arrayAt(target, 'spec', 'listeners').filter(
    (listener) => (section === null || valueAt(listener, 'name') === section) && (port === null || valueAt(listener, 'port') === port),
  );
  // That it names no listener is another matter.
  if (listeners.length === 0) return 'unknown';
  const verdicts = listeners.map((listener) => {
    const allowed = valueAt(listener, 'allowedRoutes');
    const kind = takesKind(valueAt(allowed, 'kinds'), asking);
    return kind === 'no' ? kind : takesNamespace(valueAt(allowed, 'namespaces'), 'Same', asking);
  });
  return verdicts.includes('yes') ? 'yes' : verdicts.includes('unknown') ? 'unknown' : 'no';
}

function takesListenerSet(target: JsonObject, asking: Asking): Verdict {
  return takesNamespace(valueAt(target, 'spec', 'allowedListeners', 'namespaces'), 'None', asking);
}

/** None listed: those that the protocol asks for, which is for the controller to judge. */
function takesKind(kinds: JsonValue | undefined, { group, kind }: Asking): Verdict {
  if (!Array.isArray(kinds) || kinds.length === 0) return 'yes';
  const listed = kinds.some((one) => valueAt(one, 'kind') === kind && (stringAt(one, 'group') ?? GATEWAY_GROUP) === group);
  return listed ? 'yes' : 'no';
}

function takesNamespace(allowed: JsonValue | undefined, otherwise: string, asking: Asking): Verdict {
  const from = stringAt(allowed, 'from') ?? otherwise;
  if (from === 'All') return 'yes';
  if (from === 'None') return 'no';
  if (from === 'Same') return asking.namespace === asking.home ? 'yes' : 'no';
  const requirements = from === 'Selector' ? requirementsOf(valueAt(allowed, 'selector')) : null;
  const labels = requirements === null ? null : asking.labels();
  if (requirements === null || labels === null) return 'unknown';
  return matchesRequirements(labels, requirements) ? 'yes' : 'no';
}

/** Each is parsed once; null where it is no object. */
function jsonReader(db: Database): (id: number) => JsonObject | null {
  const known = new Map<number, JsonObject | null>();
  const find = db.prepare<[number], string>('SELECT json FROM object_json WHERE id = ?').pluck();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const value: unknown = JSON.parse(find.get(id) ?? 'null');
    const read = isObject(value) ? value : null;
    known.set(id, read);
    return read;
  };
}

function labelReader(db: Database): (namespace: string) => Readonly<Record<string, string>> | null {
  const objects = jsonReader(db);
  const find = db
    .prepare<[string, string, string], number>(
      `SELECT o.id FROM kind k JOIN object o ON o.kind = k.id WHERE k.api_group = ? AND k.kind = ? AND o.name = ? AND o.presence = ${PresenceCode.PRESENT}`,
    )
    .pluck();
  return (namespace) => {
    const id = find.get(namespaceKind.group, namespaceKind.kind, namespace);
    const value = id === undefined ? null : objects(id);
    if (value === null) return null;
    const labels = Object.entries(objectAt(value, 'metadata', 'labels') ?? {});
    return Object.fromEntries(labels.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  };
}
