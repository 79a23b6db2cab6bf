/** A deletion for programs: the shape of GraphQL's `Deletion`, with blockers named by their place among the items. */
import { formatTime } from '../../src/api/fields/time.ts';
import type { Blocker, DeletionReport } from '../../src/graph/deletion/blocker.ts';
import { nextSteps } from '../../src/graph/deletion/next-steps.ts';
import type { JsonObject } from '../../src/records/record.ts';
import { objectDocument } from '../output/object-text.ts';

export function deletionDocument({ object, requestedAt, verdict, explanation, blockers }: DeletionReport): JsonObject {
  const places = new Map(blockers.items.map((item, index) => [item, index]));
  const place = (blocker: Blocker): number => places.get(blocker) ?? -1;
  return {
    object: objectDocument(object),
    requestedAt: formatTime(requestedAt),
    verdict,
    explanation,
    blockers: {
      items: blockers.items.map(blockerDocument),
      edges: blockers.edges.map(({ from, to }) => ({ from: place(from), to: place(to) })),
      roots: blockers.roots.map(place),
    },
    nextSteps: [...nextSteps(blockers.roots)],
  };
}

function blockerDocument({ object, finalizer, controller, waitsFor, evidence, verdict }: Blocker): JsonObject {
  return {
    object: objectDocument(object),
    finalizer,
    controller:
      controller === null
        ? null
        : {
            ...controller,
            object: controller.object === null ? null : objectDocument(controller.object),
            evidence: [...controller.evidence],
          },
    waitsFor,
    evidence: [...evidence],
    verdict,
  };
}
