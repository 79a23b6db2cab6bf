/** What is not well in a snapshot: how much of each kind, and the first few with their reasons. */
import type { HealthStatus } from '../../src/health/health.ts';
import { kindName } from '../../src/kube/kind.ts';
import type { KindRow, Reader } from '../../src/store/reader.ts';

export interface IllKind {
  /** `Deployment.apps`. */
  readonly kind: string;
  readonly degraded: number;
  readonly progressing: number;
  /** They have health, and what would tell of it is not there. */
  readonly unknown: number;
  readonly worst: readonly IllObject[];
}

export interface IllObject {
  readonly namespace: string | null;
  readonly name: string;
  readonly reason: string | null;
  readonly message: string | null;
}

export interface SnapshotHealth {
  /** The most degraded first. */
  readonly kinds: readonly IllKind[];
  /** Objects that are being deleted. */
  readonly terminating: number;
}

const NOT_WELL = ['DEGRADED', 'PROGRESSING', 'UNKNOWN'] as const satisfies readonly HealthStatus[];

export async function snapshotHealth(reader: Reader): Promise<SnapshotHealth> {
  const terminating = await reader.count({ terminating: true, presence: ['PRESENT'] });
  if ((await reader.count({ health: NOT_WELL })) === 0) return { kinds: [], terminating };
  const kinds: IllKind[] = [];
  for (const kind of reader.kinds) {
    if (kind.objects === 0) continue;
    const ill = await illKind(reader, kind);
    if (ill.degraded + ill.progressing + ill.unknown > 0) kinds.push(ill);
  }
  return { kinds: kinds.sort((a, b) => b.degraded - a.degraded || (a.kind < b.kind ? -1 : 1)), terminating };
}

async function illKind(reader: Reader, kind: KindRow): Promise<IllKind> {
  const count = (status: HealthStatus): Promise<number> => reader.count({ kinds: [kind], health: [status] });
  const degraded = await count('DEGRADED');
  return {
    kind: kindName(kind),
    degraded,
    progressing: await count('PROGRESSING'),
    unknown: await count('UNKNOWN'),
    worst: degraded === 0 ? [] : await firstOf(reader, kind),
  };
}

/** In a document for programs; people see fewer. */
const MOST_NAMED = 10;

async function firstOf(reader: Reader, kind: KindRow): Promise<readonly IllObject[]> {
  const { rows } = await reader.list({ filter: { kinds: [kind], health: ['DEGRADED'] }, page: { first: MOST_NAMED } });
  const said = new Map((await reader.health(rows.map(({ id }) => id))).map((row) => [row.object, row]));
  return rows.map(({ id, namespace, name }) => {
    const { reason = null, message = null } = said.get(id) ?? {};
    return { namespace, name, reason, message };
  });
}
