import { optional } from '../records/json-fields.ts';
import type { SnapshotEnd, SnapshotRecord } from '../records/record.ts';
import type { BundleReading } from './bundle-reading.ts';
import { captureOutcomes } from './outcomes.ts';
import { toSnapshotStart } from './snapshot-start.ts';
import { verifyEntries } from './verify.ts';

/** What is known only at the end: checks, outcomes, the capture's own problems. The last record is `end`. */
export function closingRecords(reading: BundleReading): SnapshotRecord[] {
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
function verified(reading: BundleReading): boolean {
  const { manifest, seen, problems } = reading;
  const faulty = verifyEntries({ listed: manifest?.entries ?? [], seen, problems });
  for (const path of faulty) reading.damage(path);
  return [...faulty].some((path) => !seen.has(path));
}

function refinedStart(reading: BundleReading): SnapshotRecord[] {
  const { manifest, start, name } = reading;
  if (manifest === null || (manifest.redactions === null && manifest.snapshot === null)) return [];
  const { redactions: counts } = manifest;
  const later = manifest.snapshot === null ? {} : toSnapshotStart(manifest.snapshot, name);
  const redaction = counts === null ? {} : { redaction: { ...start.redaction, counts } };
  return [{ ...start, ...later, ...optional('formatVersion', start.formatVersion), ...redaction }];
}

function toEnd(reading: BundleReading, allRead: boolean, allCounted: boolean): SnapshotEnd {
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
