/** The facts counted here agree with the truth files over the handed-out captures, and together with those of test/truth they are all. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askFixture } from '../../../truth/ask.ts';
import { pointersOf } from '../../../truth/pointers.ts';
import { FIXTURES, readTruth, truthAt } from '../../../truth/truth-file.ts';
import { readCaptured } from './captured.ts';
import { isCompared } from './compared.ts';
import { FURTHER_FACTS } from './further-facts.ts';
import { isLeftOut, LEFT_OUT } from './left-out.ts';

const NAMES = ['demo', 'demo-partial', 'demo-later'] as const;

describe.each(NAMES)('%s', (name) => {
  test('further facts', async () => {
    const location = join(FIXTURES, `${name}.tar.gz`);
    const captured = await readCaptured(location);
    const asked = await askFixture({ location });
    const pointers = await pointersOf(asked);
    asked.close();
    for (const { section, find } of FURTHER_FACTS) expect(find(captured, pointers), section).toEqual(truthAt(readTruth(name), section));
  });

  test('every fact is compared, or left out with a reason', () => {
    expect(leavesOf(readTruth(name)).filter((path) => !isCompared(path) && !isLeftOut(path))).toEqual([]);
  });
});

test('what is left out is in a truth file', () => {
  const paths = NAMES.flatMap((name) => leavesOf(readTruth(name)));
  expect(LEFT_OUT.filter(({ section }) => !paths.some((path) => path === section || path.startsWith(`${section}.`)))).toEqual([]);
});

/** Lists are values. */
function leavesOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, path === '' ? key : `${path}.${key}`));
}
