/** Pointers as the truth files count them: how many by status, how many distinct pairs that hold, and those that do not hold. */
import type { Asked } from './ask.ts';

export interface Pointer {
  readonly source: NamedObject;
  readonly relation: string;
  readonly path: string;
  readonly status: string;
  readonly defaulted: boolean;
  readonly written: unknown;
  readonly target: NamedObject;
  /** Where the pointer's uid leads if not to its target. */
  readonly uidHolder: NamedObject | null;
}

export interface NamedObject {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
}

/** Which pointers a section of the truth file counts. */
export interface PointerSection {
  /** Dotted path in the truth file. */
  readonly section: string;
  readonly kinds: readonly string[];
  readonly counts: (pointer: Pointer) => boolean;
}

export async function pointersOf(asked: Asked): Promise<readonly Pointer[]> {
  const { objects } = await asked.ask<{ objects: { items: (NamedObject & { references: { items: Omit<Pointer, 'source'>[] } })[] } }>(
    `{ objects { items { group kind namespace name
       references { items { relation path status defaulted written target { group kind namespace name } uidHolder { group kind namespace name } } } } } }`,
  );
  return objects.items.flatMap(({ references, ...source }) => references.items.map((pointer) => ({ ...pointer, source })));
}

/**
 * `{refs, ok, missing, …, pairs}` as the truth files write it. `ok` there includes pointers whose key alone is missing,
 * and a pair is one by uid, whatever else is wrong with the pointer.
 */
export function countPointers(pointers: readonly Pointer[]): Record<string, number> {
  const counts: Record<string, number> = { refs: pointers.length };
  const pairs = new Set<string>();
  for (const pointer of pointers) {
    const status = truthStatus(pointer);
    counts[status] = (counts[status] ?? 0) + 1;
    const end = status === 'ok' ? pointer.target : pointer.uidHolder;
    if (end !== null) pairs.add(`${objectName(pointer.source)} ${objectName(end)}`);
  }
  return { ...counts, pairs: pairs.size };
}

/** Source and status of each pointer that does not hold, sorted. */
export function notOk(pointers: readonly Pointer[]): string[] {
  return pointers
    .filter((pointer) => truthStatus(pointer) !== 'ok')
    .map((pointer) => `${objectName(pointer.source)} ${truthStatus(pointer)}`)
    .sort();
}

/** `Pod/shop/web-0`, `Node/worker-a1`. */
function objectName(object: NamedObject): string {
  return [object.kind, object.namespace, object.name].filter((part) => part !== null).join('/');
}

function truthStatus(pointer: Pointer): string {
  return pointer.status === 'KEY_MISSING' ? 'ok' : pointer.status.toLowerCase();
}
