/** From what names a volume by its driver and handle to the PersistentVolumes that have them. What is not there is no ghost: nothing says what it is called. */
import type { Database } from 'better-sqlite3';
import { ATTACHED_VOLUME, SNAPSHOT_VOLUME } from '../../../relations/coded/volume-handles.ts';
import { node, persistentVolume } from '../../../relations/kinds.ts';
import { ReferenceFlag } from '../../../relations/rule.ts';
import { volumeSnapshotContent } from '../../../relations/rules/snapshot-kinds.ts';
import { PresenceCode } from '../../codes.ts';

export function joinVolumeHandles(db: Database): void {
  db.exec(TABLES);
  db.prepare(VOLUMES).run(persistentVolume.group, persistentVolume.kind);
  if (db.prepare('SELECT 1 FROM staging.volume_handle LIMIT 1').get() === undefined) return;
  db.prepare(ATTACHED).run({ group: node.group, kind: node.kind, path: ATTACHED_PATH });
  db.prepare(IN_USE).run({ group: node.group, kind: node.kind, path: IN_USE_PATH });
  join(db, ATTACHED_VOLUME);
  db.exec('DELETE FROM staging.named_handle');
  db.prepare(SNAPSHOTS).run({ group: volumeSnapshotContent.group, kind: volumeSnapshotContent.kind, path: SNAPSHOT_PATH });
  join(db, SNAPSHOT_VOLUME);
}

const ATTACHED_PATH = 'status.volumesAttached[].name';
const IN_USE_PATH = 'status.volumesInUse[]';
const SNAPSHOT_PATH = 'spec.source.volumeHandle';

/** A Node's lists name a volume as `kubernetes.io/csi/<driver>^<handle>`. */
const PREFIX = 'kubernetes.io/csi/';

const TABLES = `
CREATE TABLE staging.volume_handle(handle TEXT NOT NULL, object INTEGER NOT NULL, PRIMARY KEY(handle, object)) WITHOUT ROWID;
CREATE TABLE staging.named_handle(source INTEGER NOT NULL, path TEXT NOT NULL, item INTEGER, handle TEXT NOT NULL, written TEXT NOT NULL);`;

/** What nests too deep for SQLite says nothing. */
const JSON_OF = "CASE WHEN json_valid(j.json) THEN j.json ELSE '{}' END";
const PRESENT = `kind k JOIN object o ON o.kind = k.id AND o.presence = ${PresenceCode.PRESENT} JOIN object_json j ON j.id = o.id`;

const VOLUMES = `
INSERT INTO staging.volume_handle
SELECT driver || '^' || handle, id FROM (
  SELECT o.id, ${JSON_OF} ->> '$.spec.csi.driver' AS driver, ${JSON_OF} ->> '$.spec.csi.volumeHandle' AS handle
  FROM ${PRESENT} WHERE k.api_group = ? AND k.kind = ?)
WHERE driver <> '' AND handle <> ''`;

const NAMED = 'INSERT INTO staging.named_handle(source, path, item, handle, written)';

const ATTACHED = `${NAMED}
SELECT o.id, $path, item.key, substr(item.value ->> '$.name', ${PREFIX.length + 1}), item.value
FROM ${PRESENT} CROSS JOIN json_each(${JSON_OF}, '$.status.volumesAttached') item
WHERE k.api_group = $group AND k.kind = $kind AND item.type = 'object' AND item.value ->> '$.name' GLOB '${PREFIX}?*'`;

const IN_USE = `${NAMED}
SELECT o.id, $path, item.key, substr(item.value, ${PREFIX.length + 1}), json_quote(item.value)
FROM ${PRESENT} CROSS JOIN json_each(${JSON_OF}, '$.status.volumesInUse') item
WHERE k.api_group = $group AND k.kind = $kind AND item.type = 'text' AND item.value GLOB '${PREFIX}?*'`;

const SNAPSHOTS = `${NAMED}
SELECT source, $path, NULL, driver || '^' || handle, json_quote(handle) FROM (
  SELECT o.id AS source, ${JSON_OF} ->> '$.spec.driver' AS driver, ${JSON_OF} ->> '$.spec.source.volumeHandle' AS handle
  FROM ${PRESENT} WHERE k.api_group = $group AND k.kind = $kind)
WHERE driver <> '' AND handle <> ''`;

/** Weak: a status, or what once was. Both lists of a Node may name one volume, and each is a pointer of its own. */
function join(db: Database, relation: string): void {
  db.exec('INSERT OR IGNORE INTO path(template) SELECT path FROM staging.named_handle GROUP BY path');
  db.prepare(JOIN).run(relation);
}

const JOIN = `
INSERT INTO reference(source, relation, ordinal, target, flags, path, indexes, written)
SELECT n.source, r.id, row_number() OVER (PARTITION BY n.source ORDER BY p.id, n.item, v.object) - 1, v.object, ${ReferenceFlag.weak}, p.id,
  CAST(n.item AS TEXT), n.written
FROM staging.named_handle n JOIN staging.volume_handle v ON v.handle = n.handle JOIN path p ON p.template = n.path JOIN relation r ON r.name = ?`;
