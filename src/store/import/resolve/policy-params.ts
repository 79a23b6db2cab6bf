/**
 * From the bindings of admission policies to their parameters, and from policies to the definitions of the kinds of these. A name is staged as
 * a pointer like any other, so that what is missing is told; a selector as a selector. Kinds that nothing of the snapshot has named are left out.
 */
import type { Database } from 'better-sqlite3';
import { canonicalKind } from '../../../kube/canonical-kind.ts';
import { type KindKey, splitApiVersion } from '../../../kube/kind.ts';
import { requirementsOf } from '../../../kube/label-selector.ts';
import { isObject, stringAt, valueAt } from '../../../kube/safe.ts';
import type { JsonObject } from '../../../records/record.ts';
import { POLICY_DEFINITION, POLICY_PARAMETER, policyFamilies } from '../../../relations/coded/policy-params.ts';
import { customResourceDefinition } from '../../../relations/kinds.ts';
import { isPointerText } from '../../../relations/pointer-text.ts';
import { ReferenceFlag } from '../../../relations/rule.ts';
import { PresenceCode } from '../../codes.ts';
import { createLateStaging, type LateStaging } from './late-staging.ts';

/** Before targets are looked up. */
export function stagePolicyParameters(db: Database): void {
  const staging = createLateStaging(db);
  for (const { policy, binding } of policyFamilies) {
    const policies = new Map(objectsOf(db, policy).map(({ name, value, id }) => [name, { id, kind: paramKindOf(value) }]));
    for (const { id, kind } of policies.values()) if (kind !== null) stageDefinition({ db, staging, policy: id, kind });
    for (const { id, value } of objectsOf(db, binding)) {
      const kind = policies.get(stringAt(value, 'spec', 'policyName') ?? '')?.kind ?? null;
      const reference = valueAt(value, 'spec', 'paramRef');
      if (kind !== null && isObject(reference)) stageParameter({ db, staging, binding: id, kind, reference });
    }
  }
}

interface Stored {
  readonly id: number;
  readonly name: string;
  readonly value: JsonObject;
}

const OBJECTS = `
SELECT o.id, o.name, j.json FROM kind k JOIN object o ON o.kind = k.id AND o.presence = ${PresenceCode.PRESENT} JOIN object_json j ON j.id = o.id
WHERE k.api_group = ? AND k.kind = ? ORDER BY o.id`;

function objectsOf(db: Database, { group, kind }: KindKey): readonly Stored[] {
  return db
    .prepare<[string, string], { id: number; name: string; json: string }>(OBJECTS)
    .all(group, kind)
    .flatMap(({ id, name, json }) => {
      const value: unknown = JSON.parse(json);
      return isObject(value) ? [{ id, name, value }] : [];
    });
}

function paramKindOf(policy: JsonObject): KindKey | null {
  const apiVersion = stringAt(policy, 'spec', 'paramKind', 'apiVersion');
  const kind = stringAt(policy, 'spec', 'paramKind', 'kind');
  return isPointerText(apiVersion) && isPointerText(kind) ? canonicalKind(splitApiVersion(apiVersion).group, kind) : null;
}

function stageDefinition(from: { db: Database; staging: LateStaging; policy: number; kind: KindKey }): void {
  const { db, staging, policy, kind } = from;
  const definitions = customResourceDefinition;
  const name = db.prepare<string[], string>(DEFINITION).pluck().get(definitions.group, definitions.kind, kind.group, kind.kind);
  const row = kindRow(db, definitions);
  if (name === undefined || row === undefined) return;
  const target = { kind: row.id, namespace: '', name };
  staging.pointer({ source: policy, relation: POLICY_DEFINITION, target, flags: 0, path: 'spec.paramKind.kind', written: { ...kind } });
}

const DEFINITION = `
SELECT o.name FROM kind k JOIN object o ON o.kind = k.id AND o.presence = ${PresenceCode.PRESENT} JOIN object_json j ON j.id = o.id
WHERE k.api_group = ? AND k.kind = ? AND json_valid(j.json) AND j.json ->> '$.spec.group' = ? AND j.json ->> '$.spec.names.kind' = ?
ORDER BY o.id LIMIT 1`;

function stageParameter(from: { db: Database; staging: LateStaging; binding: number; kind: KindKey; reference: JsonObject }): void {
  const { db, staging, binding: source, kind, reference } = from;
  const row = kindRow(db, kind);
  const namespace = row === undefined ? null : placeOf(row.namespaced, reference['namespace']);
  if (row === undefined || namespace === null) return;
  const name = reference['name'];
  const relation = POLICY_PARAMETER;
  if (isPointerText(name)) {
    const flags = reference['parameterNotFoundAction'] === 'Allow' ? ReferenceFlag.optional : 0;
    const target = { kind: row.id, namespace, name };
    staging.pointer({ source, relation, target, flags, path: 'spec.paramRef.name', written: reference });
    return;
  }
  const requirements = requirementsOf(reference['selector']);
  if (requirements === null) return;
  const where = row.namespaced === 1 ? namespace : null;
  staging.selector({ source, relation, kind: row.id, namespace: where, requirements, path: 'spec.paramRef.selector' });
}

function kindRow(db: Database, { group, kind }: KindKey): { readonly id: number; readonly namespaced: number | null } | undefined {
  return db
    .prepare<[string, string], { id: number; namespaced: number | null }>(
      'SELECT id, namespaced FROM kind WHERE api_group = ? AND kind = ?',
    )
    .get(group, kind);
}

/** '' for cluster scope; null where nothing says which namespace, or the API refuses the one that is said. */
function placeOf(namespaced: number | null, written: unknown): string | null {
  const isWritten = isPointerText(written);
  if (namespaced === 1) return isWritten ? written : null;
  return namespaced === 0 && !isWritten ? '' : null;
}
