/** What `info` knows of a snapshot, as data: printed for people, or as JSON and YAML. */
import { kindName } from '../../src/kube/kind.ts';
import { stringAt } from '../../src/kube/safe.ts';
import type { JsonObject } from '../../src/records/record.ts';
import type { Gap, ProblemRow, Reader, SnapshotInfo } from '../../src/store/reader.ts';

import { type SnapshotHealth, snapshotHealth } from './ill-kinds.ts';

export interface SnapshotSummary {
  readonly info: SnapshotInfo;
  /** With at least one object, most objects first. */
  readonly kinds: readonly { readonly name: string; readonly objects: number }[];
  /** Kinds that were not fully captured. */
  readonly gaps: readonly Gap[];
  readonly problems: readonly ProblemRow[];
  /** What is ill in it: of the cluster, not of the capture. */
  readonly health: SnapshotHealth;
  /** The capture ran to its end, nothing was refused or lost, and all of it could be read. */
  readonly whole: boolean;
}

export async function summarise(reader: Reader): Promise<SnapshotSummary> {
  const { info } = reader;
  const { gaps } = await reader.completeness({ namespace: null });
  const problems = await reader.problems();
  const held = reader.kinds.filter((kind) => kind.objects > 0);
  return {
    info,
    kinds: held
      .map((kind) => ({ name: kindName(kind), objects: kind.objects }))
      .sort((a, b) => b.objects - a.objects || (a.name < b.name ? -1 : 1)),
    gaps,
    problems,
    health: await snapshotHealth(reader),
    whole: info.finished && gaps.every(({ outcome }) => outcome === 'excluded') && problems.every(({ severity }) => severity === 'info'),
  };
}

/** For programs. Times are RFC 3339; outcomes and severities are the words of docs/bundle.md. */
export function summaryDocument(summary: SnapshotSummary): Record<string, unknown> {
  const { info, kinds, gaps, problems, health, whole } = summary;
  return {
    ...info,
    capturedFrom: timeText(info.capturedFrom),
    capturedTo: timeText(info.capturedTo),
    whole,
    kinds,
    health,
    gaps: gaps.map(({ listedAt, ...gap }) => ({ ...gap, listedAt: timeText(listedAt) })),
    problems,
  };
}

export function serverVersionText(serverVersion: JsonObject | null): string | null {
  return stringAt(serverVersion, 'gitVersion') ?? null;
}

function timeText(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}
