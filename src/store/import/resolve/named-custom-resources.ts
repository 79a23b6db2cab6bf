/**
 * Custom resources that roles name: a role says the plural, and the kinds of the snapshot say of which kind that is. Like the built-in ones, a
 * Role reaches its own namespace, and a ClusterRole names for sure only what lies in none.
 */
import type { Database } from 'better-sqlite3';
import { builtInResource } from '../../../kube/built-in-resources.ts';
import { arrayAt, isObject } from '../../../kube/safe.ts';
import type { JsonObject, JsonValue } from '../../../records/record.ts';
import { MOST_NAMED, NAMED_CUSTOM_OBJECT } from '../../../relations/coded/named-resources.ts';
import { clusterRole, role } from '../../../relations/kinds.ts';
import { isPointerText } from '../../../relations/pointer-text.ts';
import { ReferenceFlag } from '../../../relations/rule.ts';
import { PresenceCode } from '../../codes.ts';
import { createLateStaging } from './late-staging.ts';

/** Before targets are looked up. */
export function stageNamedCustomResources(db: Database): void {
  const staging = createLateStaging(db);
  const findKind = db.prepare<[string, string, number], number>(KIND).pluck();
  for (const { kind, namespaced } of [
    { kind: role, namespaced: true },
    { kind: clusterRole, namespaced: false },
  ]) {
    for (const { id, namespace, json } of db.prepare<[string, string], Stored>(ROLES).all(kind.group, kind.kind)) {
      const value: unknown = JSON.parse(json);
      if (!isObject(value)) continue;
      const named = namedBy(value, (group, plural) => {
        return builtInResource(group, plural) === undefined ? findKind.get(group, plural, Number(namespaced)) : undefined;
      });
      for (const [ordinal, { indexes, kind: target, name }] of named.entries()) {
        staging.pointer({
          source: id,
          relation: NAMED_CUSTOM_OBJECT,
          ordinal,
          target: { kind: target, namespace: namespaced ? namespace : '', name },
          flags: ReferenceFlag.weak,
          path: 'rules[].resourceNames[]',
          indexes,
          written: name,
        });
      }
    }
  }
}

interface Stored {
  readonly id: number;
  readonly namespace: string;
  readonly json: string;
}

/** Most roles name nothing, and are not read. */
const ROLES = `
SELECT o.id, n.name AS namespace, j.json FROM kind k JOIN object o ON o.kind = k.id AND o.presence = ${PresenceCode.PRESENT}
JOIN object_json j ON j.id = o.id JOIN namespace n ON n.id = o.namespace
WHERE k.api_group = ? AND k.kind = ? AND j.json LIKE '%"resourceNames"%' ORDER BY o.id`;

const KIND = 'SELECT id FROM kind WHERE api_group = ? AND plural = ? AND namespaced = ? ORDER BY id LIMIT 1';

interface Named {
  readonly indexes: string;
  readonly kind: number;
  readonly name: string;
}

function namedBy(object: JsonObject, kindOf: (group: string, plural: string) => number | undefined): readonly Named[] {
  const named: Named[] = [];
  for (const [ruleIndex, rule] of arrayAt(object, 'rules').entries()) {
    const names = arrayAt(rule, 'resourceNames').flatMap((name, index) => (isPointerText(name) ? [{ name, index }] : []));
    if (names.length === 0) continue;
    for (const kind of kindsOf(rule, kindOf)) {
      for (const { name, index } of names) {
        if (named.length >= MOST_NAMED) return named;
        named.push({ indexes: `${ruleIndex},${index}`, kind, name });
      }
    }
  }
  return named;
}

/** Each once: `shops` and its subresource `shops/status` are the same objects. */
function kindsOf(rule: JsonValue, kindOf: (group: string, plural: string) => number | undefined): ReadonlySet<number> {
  const kinds = new Set<number>();
  for (const group of new Set(arrayAt(rule, 'apiGroups'))) {
    for (const resource of new Set(arrayAt(rule, 'resources'))) {
      if (typeof group !== 'string' || typeof resource !== 'string') continue;
      const kind = kindOf(group, resource.split('/', 1)[0] ?? '');
      if (kind !== undefined) kinds.add(kind);
    }
  }
  return kinds;
}
