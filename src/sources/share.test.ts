import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type OpenedSource, openSource } from './open-source.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const DEMO = join(FIXTURES, 'demo.tar.gz');

async function sharesOf({ source, share }: OpenedSource): Promise<(number | null)[]> {
  const shares: (number | null)[] = [];
  for await (const _batch of source.records({ signal: new AbortController().signal })) shares.push(share());
  return shares;
}

test('a file says how much of it has been read, and at its end that all has', async () => {
  const shares = await sharesOf(await openSource({ location: DEMO }));
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual([...shares].sort((a, b) => Number(a) - Number(b)));
});

test('of a stream nobody knows how much is to come', async () => {
  const shares = await sharesOf(await openSource({ location: '-', stdin: createReadStream(DEMO) }));
  expect(new Set(shares)).toEqual(new Set([null]));
});
