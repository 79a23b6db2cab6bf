/** The tables of docs/deletion.md that the catalogue holds. */

import { finalizerRules } from './catalogue/all.ts';
import type { FinalizerRule } from './catalogue/finalizer-rule.ts';

const HEADER = '| Finalizer | On | Who takes it away | Waits until | Told by objects | Source |\n| --- | --- | --- | --- | --- | --- |';

/** A Markdown table, a row a finalizer. */
export function finalizerTable(): string {
  return `${HEADER}\n${finalizerRules.map(row).join('\n')}\n`;
}

function row({ finalizer, on, controller, until, waits, source }: FinalizerRule): string {
  const cells = [`\`${finalizer}\``, on?.join(', ') ?? 'any kind', controller.name, until, waits === undefined ? 'no' : 'yes', source];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
