/** One object a kind, namespace and name: the newest resourceVersion wins, then what was observed last, then the preferred API version. */
import type { Database } from 'better-sqlite3';
import { builtInKind } from '../../../kube/built-in-kinds.ts';
import { OperationCode, PresenceCode } from '../../codes.ts';
import { DEPENDENT_TABLES } from '../staging.ts';

/** Captures with a time axis keep what the merge would lose in object_version. `capturedFrom` dates states that carry no time. */
export function mergeDuplicates(db: Database, capturedFrom: number | null): void {
  db.function('version_age', { deterministic: true }, (version) => versionAge(version));
  db.function('version_rank', { deterministic: true }, (group, kind, apiVersion) =>
    versionRank(String(group), String(kind), String(apiVersion)),
  );
  db.exec(FIND_LOSERS);
  keepVersions(db, capturedFrom);
  removeLosers(db);
  if (db.prepare('SELECT 1 FROM staging.operation LIMIT 1').get() !== undefined) db.exec(FORGET_DELETED);
}

/** Sorts as numbers sort where the version is a number (they may be longer than 53 bits); what is none is oldest. */
function versionAge(version: unknown): string {
  if (typeof version !== 'string') return '';
  if (!/^\d+$/.test(version)) return `0 ${version}`;
  const digits = version.replace(/^0+/, '');
  return `1 ${String(digits.length).padStart(6, '0')} ${digits}`;
}

/** Lower is preferred: the canonical shape, then GA before beta before alpha, then the higher number. Source: apimachinery, pkg/version/helpers.go. */
function versionRank(group: string, kind: string, apiVersion: string): number {
  const place = builtInKind({ group, kind })?.apiVersions.indexOf(apiVersion) ?? -1;
  if (place >= 0) return place;
  const parts = /(?:^|\/)v(\d{1,4})(?:(alpha|beta)(\d{1,4}))?$/.exec(apiVersion);
  if (parts === null) return 10_000_000;
  const stability = parts[2] === undefined ? 0 : parts[2] === 'beta' ? 1 : 2;
  return 1000 + stability * 1_000_000 + (9999 - Number(parts[1])) * 10 + (9 - Math.min(9, Number(parts[3] ?? 0)));
}

/** The index over the keys is there already, so that finding them is one pass over it. */
const FIND_LOSERS = `
INSERT INTO staging.merged
SELECT id, winner FROM (
  SELECT o.id, first_value(o.id) OVER (PARTITION BY o.kind, o.namespace, o.name ORDER BY version_age(o.resource_version) DESC, coalesce(o.observed, 0) DESC,
    version_rank(k.api_group, k.kind, o.api_version), o.id) AS winner
  FROM (SELECT kind, namespace, name FROM object GROUP BY kind, namespace, name HAVING count(*) > 1) d
  CROSS JOIN object o ON o.kind = d.kind AND o.namespace = d.namespace AND o.name = d.name
  JOIN kind k ON k.id = o.kind)
WHERE id <> winner`;

function keepVersions(db: Database, capturedFrom: number | null): void {
  db.prepare(KEEP_VERSIONS).run(capturedFrom);
}

/** Of every object that has been modified or deleted under watch: all states, the first one too. */
const KEEP_VERSIONS = `
INSERT OR REPLACE INTO object_version(object, observed, operation, resource_version, json)
SELECT coalesce(m.winner, o.id) AS object, coalesce(o.observed, o.changed, ?, 0), coalesce(p.operation, ${OperationCode.present}), o.resource_version, j.json
FROM object o LEFT JOIN staging.merged m ON m.loser = o.id LEFT JOIN staging.operation p ON p.object = o.id LEFT JOIN object_json j ON j.id = o.id
WHERE coalesce(m.winner, o.id) IN (
  SELECT coalesce(m.winner, p.object) FROM staging.operation p LEFT JOIN staging.merged m ON m.loser = p.object)
ORDER BY object, o.id`;

/** Rows of staging.merged: the losers and all that hangs on them. */
export function removeLosers(db: Database): void {
  if (db.prepare('SELECT 1 FROM staging.merged LIMIT 1').get() === undefined) return;
  for (const [table, column] of DEPENDENT_TABLES) db.exec(`DELETE FROM ${table} WHERE ${column} IN (SELECT loser FROM staging.merged)`);
  db.exec(
    'INSERT OR IGNORE INTO staging.other_uid SELECT u.uid, m.winner FROM staging.other_uid u JOIN staging.merged m ON m.loser = u.object',
  );
  db.exec('DELETE FROM object WHERE id IN (SELECT loser FROM staging.merged)');
  db.exec('INSERT OR IGNORE INTO staging.removed SELECT loser FROM staging.merged');
}

/** An object whose last word is that it was deleted is a ghost: its key is all that is left. */
const FORGOTTEN = '(SELECT p.object FROM staging.operation p WHERE p.operation = 2 AND p.object NOT IN (SELECT loser FROM staging.merged))';

const FORGET_DELETED = `
${DEPENDENT_TABLES.map(([table, column]) => `DELETE FROM ${table} WHERE ${column} IN ${FORGOTTEN};`).join('\n')}
UPDATE object SET presence = ${PresenceCode.DELETED}, uid = NULL, api_version = NULL, resource_version = NULL, generation = NULL,
  observed_generation = NULL, created = NULL, deletion = NULL, deletion_grace = NULL, changed = NULL, health = NULL,
  health_until = NULL, phase = NULL, ready = NULL, reason = NULL
WHERE id IN ${FORGOTTEN};
INSERT OR IGNORE INTO staging.removed SELECT object FROM ${FORGOTTEN};`;
