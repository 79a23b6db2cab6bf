/** What an import does once all records are in: from rows to a graph, in SQL over sets. The order matters; each step says why. */
import type { Database } from 'better-sqlite3';
import type { SnapshotEnd, SnapshotStart } from '../../../records/record.ts';
import type { Extractor } from '../../../relations/extractor.ts';
import { storeSchema } from '../../schema.ts';
import type { ProblemWriter } from '../problem-writer.ts';
import type { SnapshotIdentity } from '../snapshot-identity.ts';
import { joinAllocatedDevices } from './allocated-devices.ts';
import { judgeAllowedRoutes } from './allowed-routes.ts';
import { mergeDuplicates } from './duplicates.ts';
import { findFlaws } from './flaws.ts';
import { judgeGrants } from './grants.ts';
import { settleKinds } from './kinds.ts';
import { stageNamedCustomResources } from './named-custom-resources.ts';
import { forgetPlaceless } from './placeless.ts';
import { stagePolicyParameters } from './policy-params.ts';
import { settleGhosts } from './presence.ts';
import { resolveReferences } from './references.ts';
import { anchorSelectors } from './selectors.ts';
import { joinServiceCidrs } from './service-cidrs.ts';
import { joinServiceWorkloads } from './service-workloads.ts';
import { writeSnapshotRow } from './snapshot-row.ts';
import { resolveTargets } from './targets.ts';
import { mergeUids } from './uids.ts';
import { joinVolumeHandles } from './volume-handles.ts';

export function finishSnapshot(options: {
  readonly db: Database;
  readonly identity: SnapshotIdentity;
  readonly start: SnapshotStart | undefined;
  readonly end: SnapshotEnd | undefined;
  readonly extractor: Extractor;
  readonly problems: ProblemWriter;
}): void {
  const { db, start, problems } = options;
  const capturedFrom = start?.capturedFrom ?? null;
  settleKinds(db);
  db.exec(storeSchema().keys);
  mergeDuplicates(db, capturedFrom);
  mergeUids(db, problems);
  forgetPlaceless(db);
  stagePolicyParameters(db);
  stageNamedCustomResources(db);
  resolveTargets(db);
  settleGhosts(db);
  findFlaws(db, capturedFrom);
  resolveReferences(db);
  judgeGrants(db, capturedFrom);
  judgeAllowedRoutes(db, capturedFrom);
  anchorSelectors(db);
  joinServiceWorkloads(db);
  joinServiceCidrs(db);
  joinVolumeHandles(db);
  joinAllocatedDevices(db);
  problems.finish();
  writeSnapshotRow(options);
  db.exec(storeSchema().indexes);
  db.exec('PRAGMA analysis_limit = 1000; ANALYZE main');
}
