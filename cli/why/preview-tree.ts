/** What goes along, as the lines of a tree: each object below what takes it along. */
import type { DeletionPreview } from '../../src/graph/deletion-preview/preview.ts';
import type { Cause } from '../../src/graph/deletion-preview/taken.ts';
import { groupBy } from '../../src/graph/group-by.ts';
import { objectText } from '../output/object-text.ts';

const causes: Readonly<Record<Cause, string>> = { ASKED: '', OWNER: '', NAMESPACE: 'in the namespace', DEFINITION: 'an instance' };

export function previewTree({ object, deletes }: DeletionPreview): readonly (readonly string[])[] {
  const below = groupBy(deletes, ({ by }) => by?.id ?? object.id);
  const lines: string[][] = [];
  /** Not by recursion: a chain of owners may be longer than the stack. */
  const open = [...(below.get(object.id) ?? [])]
    .map((taken, index, all) => ({ taken, indent: '', last: index === all.length - 1 }))
    .reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { taken, indent, last } = next;
    lines.push([`${indent}${last ? '└─ ' : '├─ '}${objectText(taken.object)}`, causes[taken.cause]]);
    const children = below.get(taken.object.id) ?? [];
    const onward = `${indent}${last ? '   ' : '│  '}`;
    // One by one: more than some 100,000 do not fit into the arguments of one call.
    for (const child of children.toReversed()) open.push({ taken: child, indent: onward, last: child === children.at(-1) });
  }
  return lines;
}
