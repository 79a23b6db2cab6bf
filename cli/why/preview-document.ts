/** A deletion that was only thought through, for programs: the shape of GraphQL's `DeletionPreview`. */
import type { HeldReference } from '../../src/graph/deletion-preview/held-reference.ts';
import type { DeletionPreview } from '../../src/graph/deletion-preview/preview.ts';
import type { Kept } from '../../src/graph/deletion-preview/taken.ts';
import type { JsonObject } from '../../src/records/record.ts';
import type { ObjectRow, Reader } from '../../src/store/reader.ts';

export async function previewDocument(reader: Reader, preview: DeletionPreview): Promise<JsonObject> {
  const { object, cascade, deletes, keeps, undecided, holds, dangling, gaps } = preview;
  const ids = dangling.flatMap(({ source, target }) => [source, target]);
  const rows = new Map((await reader.objects([...new Set(ids)])).map((row) => [row.id, row]));
  const end = (id: number): JsonObject | null => {
    const row = rows.get(id);
    return row === undefined ? null : named(row);
  };
  return {
    object: named(object),
    propagation: cascade,
    deletes: deletes.map((taken) => ({ object: named(taken.object), cause: taken.cause, by: taken.by === null ? null : named(taken.by) })),
    keeps: keeps.map(keptDocument),
    undecided: undecided.map(keptDocument),
    holds: holds.map(({ object: held, reason, finalizer, controller, until, blockers, evidence, certain }) => ({
      object: named(held),
      reason,
      finalizer,
      controllerName: controller,
      until,
      blockers: blockers.map(named),
      evidence: [...evidence],
      certain,
    })),
    dangling: dangling.map(({ source, target, relation, path }) => ({ relation, path, source: end(source), target: end(target) })),
    completeness: {
      complete: gaps.length === 0,
      gaps: gaps.map(({ group, kind, namespace, outcome, message }) => ({ group, kind, namespace, outcome, message })),
    },
  };
}

function keptDocument({ object, reason, owners }: Kept): JsonObject {
  return { object: named(object), reason, owners: owners.map(ownerDocument) };
}

function ownerDocument({ owner, edge, status }: HeldReference): JsonObject {
  return { object: named(owner), status: edge.reference.status, collector: status === 'REFUSED' ? 'UNKNOWN' : status };
}

function named({ group, kind, namespace, name, presence }: ObjectRow): JsonObject {
  return { group, kind, ...(namespace === null ? {} : { namespace }), name, presence };
}
