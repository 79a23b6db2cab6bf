/** What is ill, on the first page, and where to look next. */
import type { Output } from '../output/output.ts';
import { formatTable } from '../output/table.ts';
import { lineText } from '../output/terminal-text.ts';
import { count } from '../output/words.ts';
import type { IllKind, IllObject, SnapshotHealth } from './ill-kinds.ts';

/** Kinds, and objects of a kind: more of them is a question of its own. */
const MOST_KINDS = 12;
const MOST_OBJECTS = 2;

/** `source`: as the commands to look further take it; null: none is printed. */
export async function printHealth(options: {
  readonly health: SnapshotHealth;
  readonly output: Output;
  readonly source: string | null;
}): Promise<void> {
  const { health, output, source } = options;
  const { kinds } = health;
  const ill = sum(kinds, ({ degraded }) => degraded);
  if (kinds.length === 0) {
    output.print(`\n${output.style('good', 'Nothing that was captured is degraded.')}\n`);
    return;
  }
  const parts = [`${count(ill, 'object is', 'objects are')} degraded`];
  const [progressing, unknown] = [sum(kinds, (kind) => kind.progressing), sum(kinds, (kind) => kind.unknown)];
  if (progressing > 0) parts.push(`${progressing.toLocaleString('en')} in progress`);
  if (unknown > 0) parts.push(`of ${unknown.toLocaleString('en')} it is not known`);
  output.print(`\n${output.style(ill > 0 ? 'bad' : 'good', parts.join(', '))}\n`);
  const rows = kinds.slice(0, MOST_KINDS).map((kind) => [kind.kind, ...counts(kind), worstText(kind)]);
  output.print(await formatTable({ headers: ['KIND', 'DEGRADED', 'IN PROGRESS', 'UNKNOWN', 'THE FIRST'], rows }));
  if (kinds.length > MOST_KINDS) output.print(`and ${count(kinds.length - MOST_KINDS, 'more kind')}\n`);
  if (source !== null) await printNext({ health, output, source, ill });
}

function counts({ degraded, progressing, unknown }: IllKind): string[] {
  return [degraded, progressing, unknown].map((number) => (number === 0 ? '' : number.toLocaleString('en')));
}

function worstText({ worst, degraded }: IllKind): string {
  const shown = worst.slice(0, MOST_OBJECTS).map(objectText);
  if (degraded > shown.length && shown.length > 0) shown.push(`${(degraded - shown.length).toLocaleString('en')} more`);
  return lineText(shown.join(', '));
}

function objectText({ namespace, name, reason }: IllObject): string {
  const title = namespace === null ? name : `${namespace}/${name}`;
  return reason === null ? title : `${title} (${reason})`;
}

async function printNext(options: {
  readonly health: SnapshotHealth;
  readonly output: Output;
  readonly source: string;
  readonly ill: number;
}): Promise<void> {
  const { health, output, source, ill } = options;
  const hasPods = health.kinds.some(({ kind }) => kind === 'Pod');
  const rows = [
    ...(ill > 0 ? [[`snapgraph query ${source} --saved what-is-ill`, 'each of them, with what is the matter']] : []),
    ...(hasPods ? [[`snapgraph query ${source} --saved bad-pods`, 'Pods, with what their containers do and how they ended']] : []),
    ...(health.terminating > 0 ? [[`snapgraph terminating ${source}`, 'what is being deleted, and what it waits for']] : []),
    [`snapgraph dangling ${source}`, 'what is named and not there'],
  ];
  output.print(`\nWhere to look next\n${await formatTable({ rows, indent: '  ' })}`);
}

function sum(kinds: readonly IllKind[], of: (kind: IllKind) => number): number {
  return kinds.reduce((total, kind) => total + of(kind), 0);
}
