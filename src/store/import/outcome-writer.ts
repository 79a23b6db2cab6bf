/** Writes how the capture of each resource went, and what that says of its kind. */
import type { Database } from 'better-sqlite3';
import { builtInKinds } from '../../kube/built-in-kinds.ts';
import { canonicalKind } from '../../kube/canonical-kind.ts';
import type { KindKey } from '../../kube/kind.ts';
import type { ObjectRecord, ResourceOutcome } from '../../records/record.ts';
import { ALL_NAMESPACES } from '../codes.ts';
import type { Ids } from './ids.ts';

export interface OutcomeWriter {
  write(outcome: ResourceOutcome): void;
  /** An object of this resource came and could not be kept: what is not there may have been it. */
  lost(resource: ListedResource): void;
  /** Finds the kinds of rows that named a resource only, by what came after them. */
  finish(): void;
}

type ListedResource = NonNullable<ObjectRecord['resource']>;

export function createOutcomeWriter(db: Database, ids: Ids): OutcomeWriter {
  const insert = db.prepare(UPSERT);
  const describe = db.prepare(DESCRIBE_KIND);
  const lost = new Map<string, ListedResource>();
  return {
    write(outcome) {
      const key = kindOf(outcome);
      const kind = key === null ? null : ids.kind.id(key.group, key.kind);
      const namespace = outcome.namespace === null ? ALL_NAMESPACES : ids.namespaceOf(outcome.namespace);
      insert.run([
        ...[outcome.group, outcome.version, outcome.resource, namespace, kind, outcome.outcome, outcome.items ?? null],
        ...[outcome.httpStatus ?? null, outcome.message ?? null, outcome.resourceVersion ?? null],
        ...[outcome.listedFrom ?? null, outcome.listedTo ?? null, Number(outcome.served === true)],
      ]);
      if (kind === null) return;
      const namespaced = outcome.namespaced === undefined ? null : Number(outcome.namespaced);
      const shortNames = outcome.shortNames === undefined ? null : JSON.stringify(outcome.shortNames);
      describe.run([outcome.resource, outcome.singular || null, shortNames, namespaced, Number(outcome.served === true), kind]);
    },
    lost(resource) {
      lost.set(`${resource.group}/${resource.version}/${resource.resource}`, resource);
    },
    finish() {
      const proveNothing = db.prepare(PARTIAL);
      for (const { group, version, resource } of lost.values()) proveNothing.run([group, version, resource]);
      db.exec(KINDS_BY_PLURAL);
    },
  };
}

const UPSERT = `
INSERT INTO outcome(api_group, version, resource, namespace, kind, outcome, items, http_status, message, resource_version, listed_from, listed_to, served)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET kind = coalesce(excluded.kind, kind), outcome = excluded.outcome, items = coalesce(excluded.items, items),
  http_status = excluded.http_status, message = excluded.message, resource_version = coalesce(excluded.resource_version, resource_version),
  listed_from = coalesce(excluded.listed_from, listed_from), listed_to = coalesce(excluded.listed_to, listed_to), served = max(served, excluded.served)`;

const PARTIAL = `
UPDATE outcome SET outcome = 'partial', message = coalesce(message, 'an object of it could not be read')
WHERE api_group = ? AND version = ? AND resource = ? AND outcome = 'ok'`;

const DESCRIBE_KIND = `
UPDATE kind SET plural = coalesce(plural, ?), singular = coalesce(singular, ?),
  short_names = CASE short_names WHEN '[]' THEN coalesce(?, '[]') ELSE short_names END,
  namespaced = coalesce(namespaced, ?), served = max(served, ?) WHERE id = ?`;

const KINDS_BY_PLURAL = `
UPDATE outcome SET kind = named.id FROM (SELECT min(id) AS id, api_group, plural FROM kind WHERE plural IS NOT NULL GROUP BY api_group, plural) AS named
WHERE named.api_group = outcome.api_group AND named.plural = outcome.resource AND outcome.kind IS NULL AND outcome.resource <> '*'`;

const BUILT_IN_BY_RESOURCE: ReadonlyMap<string, KindKey> = new Map(builtInKinds.map((kind) => [`${kind.plural}.${kind.group}`, kind]));

/** Subresources (`pods/log`) and whole groups (`*`) are no kinds. */
function kindOf({ group, resource, kind }: ResourceOutcome): KindKey | null {
  if (resource === '*' || resource.includes('/')) return null;
  if (kind !== undefined && kind !== '*') return canonicalKind(group, kind);
  return BUILT_IN_BY_RESOURCE.get(`${resource}.${group}`) ?? null;
}
