import type { Database } from 'better-sqlite3';
import type { SnapshotEnd, SnapshotStart } from '../../../records/record.ts';
import type { Extractor } from '../../../relations/extractor.ts';
import { PresenceCode } from '../../codes.ts';
import type { SnapshotIdentity } from '../snapshot-identity.ts';

/** The one row that says what this file holds: the catalogue of a store reads nothing else. */
export function writeSnapshotRow(options: {
  readonly db: Database;
  readonly identity: SnapshotIdentity;
  readonly start: SnapshotStart | undefined;
  readonly end: SnapshotEnd | undefined;
  readonly extractor: Extractor;
}): void {
  const { db, identity, start, end, extractor } = options;
  db.exec(COUNT_OBJECTS);
  const said = end?.capturedTo ?? null;
  const userRules = extractor.recipe?.userRules ?? [];
  db.prepare(INSERT).run({
    id: identity.id,
    name: start?.name ?? identity.name,
    format: start?.format ?? 'unknown',
    formatVersion: start?.formatVersion ?? null,
    tool: start?.tool ?? null,
    cluster: json(start?.cluster),
    context: start?.context ?? null,
    user: start?.user ?? null,
    serverVersion: json(start?.serverVersion),
    capturedFrom: start?.capturedFrom ?? null,
    capturedTo: said ?? newestTime(db),
    timeSource: said === null ? 'INFERRED' : 'CAPTURE',
    finished: Number(end?.finished === true),
    complete: end?.complete === undefined ? null : Number(end.complete),
    reason: end === undefined ? 'The source ended without saying so.' : (end.reason ?? null),
    options: json(start?.options),
    redaction: json(start?.redaction),
    contentHash: identity.contentHash,
    rulesHash: extractor.hash,
    userRules: json(userRules.length === 0 ? undefined : userRules),
  });
}

const COUNT_OBJECTS = `
UPDATE kind SET objects = counted.objects FROM (SELECT kind, count(*) AS objects FROM object WHERE presence = ${PresenceCode.PRESENT} GROUP BY kind) AS counted
WHERE counted.kind = kind.id`;

const INSERT = `
INSERT INTO snapshot SELECT $id, $name, $format, $formatVersion, $tool, $cluster, $context, $user, $serverVersion, $capturedFrom, $capturedTo, $timeSource,
  $finished, $complete, $reason, $options, $redaction, $contentHash, $rulesHash, EXISTS (SELECT 1 FROM outcome WHERE served = 1),
  (SELECT coalesce(sum(objects), 0) FROM kind), (SELECT count(*) FROM object WHERE presence <> ${PresenceCode.PRESENT}),
  (SELECT count(*) FROM reference), (SELECT count(*) FROM log WHERE size IS NOT NULL), (SELECT count(*) FROM document), (SELECT count(*) FROM problem), $userRules`;

const ONE_DAY = 86_400_000;

/** No capture holds a time later than the import but by a clock that is wrong: what lies more than a day ahead is passed over. */
function newestTime(db: Database): number | null {
  return (
    db
      .prepare<[number], number | null>('SELECT max(changed) FROM object WHERE changed <= ?')
      .pluck()
      .get(Date.now() + ONE_DAY) ?? null
  );
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
