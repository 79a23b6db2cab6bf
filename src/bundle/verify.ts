import type { ManifestEntry } from './manifest.ts';
import type { Measure } from './measured-file.ts';
import type { ProblemLog } from './problem-log.ts';

/** Holds what was read against what the manifest names. Returns the paths that are damaged or missing. */
export function verifyEntries(options: {
  readonly listed: readonly ManifestEntry[];
  readonly seen: ReadonlyMap<string, Measure>;
  readonly problems: ProblemLog;
}): ReadonlySet<string> {
  const { listed, seen, problems } = options;
  const faulty = new Set<string>();
  const known = new Set<string>(['manifest.json']);
  for (const entry of listed) {
    known.add(entry.path);
    const fault = faultOf(entry, seen.get(entry.path));
    if (fault === null) continue;
    faulty.add(entry.path);
    problems.add({ severity: 'error', ...fault, origin: { entry: entry.path } });
  }
  for (const path of seen.keys()) {
    if (known.has(path)) continue;
    problems.add({
      severity: 'warning',
      code: 'ENTRY_UNLISTED',
      message: `${path} is not in the manifest: it came into the archive later.`,
      origin: { entry: path },
    });
  }
  return faulty;
}

function faultOf(entry: ManifestEntry, measure: Measure | undefined): { code: string; message: string } | null {
  if (measure === undefined)
    return { code: 'ENTRY_MISSING', message: `${entry.path} is in the manifest and could not be read from the archive.` };
  if (measure.bytes !== entry.bytes) {
    return {
      code: 'ENTRY_SIZE',
      message: `${entry.path} has ${measure.bytes} bytes; the manifest says ${entry.bytes}. What it holds was kept.`,
    };
  }
  if (measure.sha256 !== entry.sha256) {
    return {
      code: 'ENTRY_CHECKSUM',
      message: `${entry.path} is not what was captured: its SHA-256 is not that of the manifest. What it holds was kept.`,
    };
  }
  return null;
}
