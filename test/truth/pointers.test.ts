/** Every count of pointers in the truth files of the demo bundles, asked through GraphQL. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Asked, askFixture } from './ask.ts';
import { POINTER_SECTIONS } from './pointer-sections.ts';
import { countPointers, notOk, type Pointer, pointersOf } from './pointers.ts';
import { FIXTURES, readTruth, truthAt } from './truth-file.ts';

/** What else the sections tell; facts.test.ts asks for it. */
const NOT_POINTERS = ['controller', 'blockOwnerDeletion', 'objectsWithSeveralOwners', 'notOk', 'unavailable'];

describe.each(['demo', 'demo-later', 'demo-partial', 'demo-broken-off'])('%s', (name) => {
  const truth = readTruth(name);
  let asked: Asked;
  let all: readonly Pointer[];

  beforeAll(async () => {
    asked = await askFixture({ location: join(FIXTURES, `${name}.tar.gz`) });
    all = await pointersOf(asked);
  });
  afterAll(() => asked.close());

  const told = POINTER_SECTIONS.filter(({ section }) => truthAt(truth, section) !== undefined);

  test.each(told)('$section', ({ section, kinds, counts }) => {
    const pointers = all.filter((pointer) => (kinds.length === 0 || kinds.includes(pointer.source.kind)) && counts(pointer));
    const expected = truthAt(truth, section) as { notOk?: { from: string; status: string }[] };
    const { notOkTotal, ...numbers } = Object.fromEntries(Object.entries(expected).filter(([key]) => !NOT_POINTERS.includes(key)));
    expect(countPointers(pointers)).toEqual(numbers);
    if (expected.notOk !== undefined && expected.notOk.length === Number(notOkTotal)) {
      expect(notOk(pointers)).toEqual(expected.notOk.map(({ from, status }) => `${from} ${status}`).sort());
    }
  });
});
