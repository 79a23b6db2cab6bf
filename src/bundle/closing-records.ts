import { optional } from '../records/json-fields.ts';
import type { SnapshotEnd, SnapshotRecord, SnapshotStart } from '../records/record.ts';
import type { Discovery } from './discovery.ts';
import type { Manifest } from './manifest.ts';
import type { Measure } from './measured-file.ts';
import { captureOutcomes, type PageCount } from './outcomes.ts';
import type { ProblemLog } from './problem-log.ts';
import { toSnapshotStart } from './snapshot-start.ts';
import { verifyEntries } from './verify.ts';

/** What was read of a bundle, to its end or its cut. */
export interface BundleRead {
  readonly name: string;
  readonly start: SnapshotStart;
  readonly discovery: Discovery;
  readonly manifest: Manifest | null;
  readonly seen: ReadonlyMap<string, Measure>;
  readonly pages: ReadonlyMap<string, PageCount>;
  readonly problems: ProblemLog;
  /** Why the container ended early; null where it did not. */
  readonly cut: string | null;
  /** Objects of this entry may be missing. */
  damage(path: string): void;
}

/** What is known only at the end: checks, outcomes, the capture's own problems. The last record is `end`. */
export function closingRecords(reading: BundleRead): SnapshotRecord[] {
  const { manifest, problems } = reading;
  const missing = manifest === null ? false : verified(reading);
  const { outcomes, downgraded } = captureOutcomes({
    rows: manifest?.outcomes ?? null,
    discovery: reading.discovery,
    pages: reading.pages,
  });
  for (const row of downgraded) {
    problems.add({
      severity: 'error',
      code: 'OBJECTS_MISSING',
      message: `${row.resource} is incomplete: ${row.message ?? 'objects are missing'}.`,
    });
  }
  if (manifest === null) {
    const message = `${reading.name} has no manifest: its capture was broken off. What is absent from it was not captured.`;
    problems.add({ severity: 'warning', code: 'BROKEN_OFF', message });
  }
  return [
    ...refinedStart(reading),
    ...outcomes,
    ...(manifest?.logs ?? []),
    ...(manifest?.nodes ?? []),
    ...(manifest?.problems ?? []),
    ...problems.take(),
    ...problems.summaries(),
    toEnd(reading, !missing, downgraded.length === 0),
  ];
}

/** True where an entry of the manifest could not be read. */
function verified(reading: BundleRead): boolean {
  const { manifest, seen, problems } = reading;
  const faulty = verifyEntries({ listed: manifest?.entries ?? [], seen, problems });
  for (const path of faulty) reading.damage(path);
  return [...faulty].some((path) => !seen.has(path));
}

function refinedStart(reading: BundleRead): SnapshotRecord[] {
  const { manifest, start, name } = reading;
  if (manifest === null || (manifest.redactions === null && manifest.snapshot === null)) return [];
  const { redactions: counts } = manifest;
  const later = manifest.snapshot === null ? {} : toSnapshotStart(manifest.snapshot, name);
  const redaction = counts === null ? {} : { redaction: { ...start.redaction, counts } };
  return [{ ...start, ...later, ...optional('formatVersion', start.formatVersion), ...redaction }];
}

function toEnd(reading: BundleRead, allRead: boolean, allCounted: boolean): SnapshotEnd {
  const { manifest, cut } = reading;
  const reason = cut ?? (manifest === null ? 'the bundle has no manifest' : manifest.reason);
  return {
    type: 'end',
    snapshot: 0,
    finished: allRead && (manifest?.finished ?? false),
    complete: allRead && allCounted && (manifest?.complete ?? false),
    ...optional('reason', reason),
    ...optional('capturedTo', manifest?.end),
  };
}
