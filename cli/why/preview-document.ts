/** A deletion that was only thought through, for programs: the shape of GraphQL's `DeletionPreview`. */
import type { HeldReference } from '../../src/graph/deletion-preview/held-reference.ts';
import type { DeletionPreview } from '../../src/graph/deletion-preview/preview.ts';
import type { Kept } from '../../src/graph/deletion-preview/taken.ts';
import type { JsonObject } from '../../src/records/record.ts';
import type { Reader } from '../../src/store/reader.ts';
import { objectDocument } from '../output/object-text.ts';

export async function previewDocument(reader: Reader, preview: DeletionPreview): Promise<JsonObject> {
  const { object, cascade, deletes, keeps, undecided, holds, dangling, gaps } = preview;
  const ids = dangling.flatMap(({ source, target }) => [source, target]);
  const rows = new Map((await reader.objects([...new Set(ids)])).map((row) => [row.id, row]));
  const end = (id: number): JsonObject | null => {
    const row = rows.get(id);
    return row === undefined ? null : objectDocument(row);
  };
  return {
    object: objectDocument(object),
    propagation: cascade,
    deletes: deletes.map((taken) => ({
      object: objectDocument(taken.object),
      cause: taken.cause,
      by: taken.by === null ? null : objectDocument(taken.by),
    })),
    keeps: keeps.map(keptDocument),
    undecided: undecided.map(keptDocument),
    holds: holds.map(({ object: held, reason, finalizer, controller, until, blockers, evidence, certain }) => ({
      object: objectDocument(held),
      reason,
      finalizer,
      controllerName: controller,
      until,
      blockers: blockers.map(objectDocument),
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
  return { object: objectDocument(object), reason, owners: owners.map(ownerDocument) };
}

function ownerDocument({ owner, edge, status }: HeldReference): JsonObject {
  return { object: objectDocument(owner), status: edge.reference.status, collector: status === 'REFUSED' ? 'UNKNOWN' : status };
}
