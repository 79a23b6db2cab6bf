import { expect, test } from 'vitest';
import type { Output } from '../output/output.ts';
import type { IllKind, SnapshotHealth } from './ill-kinds.ts';
import { printHealth } from './print-health.ts';

const kind = (name: string, rest: Partial<IllKind> = {}): IllKind => ({
  ...{ kind: name, degraded: 1, progressing: 0, unknown: 0 },
  worst: [{ namespace: 'shop', name: 'web', reason: 'Error', message: null }],
  ...rest,
});

async function printed(health: SnapshotHealth, source: string | null = 'b.tgz'): Promise<string> {
  const texts: string[] = [];
  const output = { print: (text: string) => texts.push(text), style: (_: string, text: string) => text } as unknown as Output;
  await printHealth({ health, output, source });
  return texts.join('');
}

test('where nothing is ill it says so, of what was captured', async () => {
  expect(await printed({ kinds: [], terminating: 0 })).toBe('\nNothing that was captured is degraded.\n');
});

test('kinds are counted, the first named, the rest told by number', async () => {
  const kinds = [
    kind('Pod', { degraded: 1200 }),
    kind('Node', { worst: [{ namespace: null, name: 'a\u001b[31m', reason: null, message: null }] }),
    kind('Service', { degraded: 0, unknown: 3, progressing: 2, worst: [] }),
  ];
  const text = await printed({ kinds, terminating: 0 });
  expect(text).not.toContain('\u001b');
  expect(text.split('\n')).toEqual([
    '',
    '1,201 objects are degraded, 2 in progress, of 3 it is not known',
    'KIND      DEGRADED   IN PROGRESS   UNKNOWN   THE FIRST',
    'Pod       1,200                              shop/web (Error), 1,199 more',
    expect.stringMatching(/^Node {6}1 {34}a/),
    'Service              2             3',
    '',
    'Where to look next',
    '  snapgraph query b.tgz --saved what-is-ill   each of them, with what is the matter',
    '  snapgraph query b.tgz --saved bad-pods      Pods, with what their containers do and how they ended',
    '  snapgraph dangling b.tgz                    what is named and not there',
    '',
  ]);
});

test('what is many is not all listed, and what is deleted is asked of terminating', async () => {
  const text = await printed({ kinds: Array.from({ length: 14 }, (_, index) => kind(`Kind${index}`)), terminating: 1 });
  expect(text).toContain('and 2 more kinds\n');
  expect(text).toContain('  snapgraph terminating b.tgz ');
  expect(await printed({ kinds: [kind('Pod')], terminating: 1 }, null)).not.toContain('Where to look next');
});
