/** The tree as text: one line an object, with its state and what there is to say of the pointer. */
import type { ObjectRow } from '../../src/store/reader.ts';
import { kindText } from '../output/object-text.ts';
import type { Output } from '../output/output.ts';
import { type Cell, formatTable } from '../output/table.ts';
import type { TreeNode } from './tree.ts';
import { nodeNote, objectState, type Said } from './words.ts';

export async function printTree(options: { readonly tree: TreeNode; readonly now: number | null; readonly output: Output }): Promise<void> {
  const { tree, now, output } = options;
  const rows: Cell[][] = [];
  const said = ({ text, style }: Said): Cell => ({ text, ...(style === null ? {} : { paint: (padded) => output.style(style, padded) }) });
  const addRow = (node: TreeNode, label: string): void => {
    rows.push([{ text: label }, said(objectState(node.object, now)), said(nodeNote(node))]);
  };
  const addBelow = (node: TreeNode, indent: string): void => {
    for (const [index, child] of node.children.entries()) {
      const last = index === node.children.length - 1;
      addRow(child, `${indent}${last ? '└─ ' : '├─ '}${objectLabel({ object: child.object, namespace: node.object.namespace })}`);
      addBelow(child, `${indent}${last ? '   ' : '│  '}`);
    }
  };
  addRow(tree, objectLabel({ object: tree.object, namespace: null }));
  addBelow(tree, '');
  output.print(await formatTable({ rows }));
}

/** `Pod web-1`, with its namespace where that is not the one of the line above. */
function objectLabel(options: { readonly object: ObjectRow; readonly namespace: string | null }): string {
  const { object, namespace } = options;
  const where = object.namespace === null || object.namespace === namespace ? '' : `${object.namespace}/`;
  return `${kindText(object)} ${where}${object.name}`;
}
