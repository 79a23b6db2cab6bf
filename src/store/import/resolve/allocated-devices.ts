/** From what names a device by driver, pool and name to the ResourceSlices that list it. A pool's slices of older generations do not count. */
import type { Database } from 'better-sqlite3';
import { ALLOCATED_DEVICE, deviceTaintRule, TAINTED_DEVICE } from '../../../relations/coded/allocated-devices.ts';
import { resourceClaim, resourceSlice } from '../../../relations/kinds.ts';
import { ReferenceFlag } from '../../../relations/rule.ts';
import { PresenceCode } from '../../codes.ts';

export function joinAllocatedDevices(db: Database): void {
  db.exec(TABLES);
  db.prepare(DEVICES).run(resourceSlice.group, resourceSlice.kind);
  if (db.prepare('SELECT 1 FROM staging.device LIMIT 1').get() === undefined) return;
  db.exec(FORGET_OLD_GENERATIONS);
  for (const path of [RESULTS_PATH, SELECTOR_PATH]) db.prepare('INSERT OR IGNORE INTO path(template) VALUES (?)').run(path);
  const { group, kind } = resourceClaim;
  db.prepare(ALLOCATED).run({ group, kind, relation: ALLOCATED_DEVICE, path: RESULTS_PATH });
  db.prepare(TAINTED).run({ group: deviceTaintRule.group, kind: deviceTaintRule.kind, relation: TAINTED_DEVICE, path: SELECTOR_PATH });
}

const RESULTS_PATH = 'status.allocation.devices.results[]';
const SELECTOR_PATH = 'spec.deviceSelector';

const TABLES = `
CREATE TABLE staging.device(driver TEXT NOT NULL, pool TEXT NOT NULL, device TEXT NOT NULL, object INTEGER NOT NULL, generation INTEGER NOT NULL,
  PRIMARY KEY(driver, pool, device, object)) WITHOUT ROWID;`;

/** What nests too deep for SQLite says nothing. */
const JSON_OF = "CASE WHEN json_valid(j.json) THEN j.json ELSE '{}' END";
const PRESENT = `kind k JOIN object o ON o.kind = k.id AND o.presence = ${PresenceCode.PRESENT} JOIN object_json j ON j.id = o.id`;

const DEVICES = `
INSERT OR IGNORE INTO staging.device
SELECT ${JSON_OF} ->> '$.spec.driver', ${JSON_OF} ->> '$.spec.pool.name', device.value ->> '$.name', o.id, coalesce(${JSON_OF} ->> '$.spec.pool.generation', 0)
FROM ${PRESENT} CROSS JOIN json_each(${JSON_OF}, '$.spec.devices') device
WHERE k.api_group = ? AND k.kind = ? AND device.type = 'object' AND json_type(device.value, '$.name') = 'text'
  AND json_type(${JSON_OF}, '$.spec.driver') = 'text' AND json_type(${JSON_OF}, '$.spec.pool.name') = 'text'`;

const FORGET_OLD_GENERATIONS = `
DELETE FROM staging.device WHERE generation < (
  SELECT max(newer.generation) FROM staging.device newer WHERE newer.driver = device.driver AND newer.pool = device.pool)`;

const INSERT = 'INSERT INTO reference(source, relation, ordinal, target, flags, path, indexes, written)';

const ALLOCATED = `${INSERT}
SELECT o.id, r.id, row_number() OVER (PARTITION BY o.id ORDER BY item.key, d.object) - 1, d.object, 0, p.id, CAST(item.key AS TEXT), item.value
FROM ${PRESENT} CROSS JOIN json_each(${JSON_OF}, '$.status.allocation.devices.results') item
CROSS JOIN staging.device d ON d.driver = item.value ->> '$.driver' AND d.pool = item.value ->> '$.pool' AND d.device = item.value ->> '$.device'
CROSS JOIN relation r ON r.name = $relation CROSS JOIN path p ON p.template = $path
WHERE k.api_group = $group AND k.kind = $kind AND item.type = 'object'`;

const TAINTED = `${INSERT}
SELECT source, relation, row_number() OVER (PARTITION BY source ORDER BY target) - 1, target, ${ReferenceFlag.weak}, path, NULL, written FROM (
  SELECT DISTINCT o.id AS source, r.id AS relation, d.object AS target, p.id AS path, ${JSON_OF} -> '$.spec.deviceSelector' AS written
  FROM ${PRESENT} CROSS JOIN staging.device d CROSS JOIN relation r ON r.name = $relation CROSS JOIN path p ON p.template = $path
  WHERE k.api_group = $group AND k.kind = $kind AND json_type(${JSON_OF}, '$.spec.deviceSelector') = 'object'
    AND json_type(${JSON_OF}, '$.spec.deviceSelector.deviceClassName') IS NULL AND json_type(${JSON_OF}, '$.spec.deviceSelector.selectors') IS NULL
    AND ${['driver', 'pool', 'device'].map((field) => `d.${field} = coalesce(${JSON_OF} ->> '$.spec.deviceSelector.${field}', d.${field})`).join(' AND ')})`;
