/** The same for programs. */
import type { Explained, Explanation } from '../../src/graph/explanation/explain.ts';
import type { JsonObject } from '../../src/records/record.ts';
import type { ObjectRow } from '../../src/store/reader.ts';
import { objectDocument } from '../output/object-text.ts';

/** `onlyThere`: of a Node, the Services that have no ready endpoint elsewhere. */
export function explanationDocument({ root, notCaptured }: Explained, onlyThere: readonly ObjectRow[] | null): JsonObject {
  return {
    explanation: explanationJson(root),
    ...(onlyThere === null ? {} : { servicesWithoutOther: onlyThere.map(objectDocument) }),
    notCaptured: notCaptured.map(objectDocument),
  };
}

function explanationJson({ object, health, pointer, alike, lastWords, users, causes }: Explanation): JsonObject {
  return {
    object: objectDocument(object),
    health: object.health === null ? null : { status: object.health, reason: health?.reason ?? null, message: health?.message ?? null },
    pointer: pointer === null ? null : { relation: pointer.relation, path: pointer.path, status: pointer.status, key: pointer.key },
    alike: alike.map(objectDocument),
    lastWords:
      lastWords === null
        ? null
        : {
            container: lastWords.container.name,
            previous: lastWords.previous,
            lines: lastWords.lines.map(({ at, text }) => ({ at, text })),
          },
    users: users.map(objectDocument),
    causes: causes.map(explanationJson),
  };
}
