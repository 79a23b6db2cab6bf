/** Every other number of the truth files that this version's kinds cover, asked through GraphQL. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Asked, askFixture } from './ask.ts';
import { FACTS } from './facts.ts';
import { FIXTURES, readTruth, truthAt } from './truth-file.ts';

describe.each(['demo', 'demo-later', 'demo-partial', 'demo-broken-off'])('%s', (name) => {
  const truth = readTruth(name);
  let asked: Asked;

  beforeAll(async () => {
    asked = await askFixture({ location: join(FIXTURES, `${name}.tar.gz`) });
  });
  afterAll(() => asked.close());

  test.each(FACTS.filter(({ section }) => truthAt(truth, section) !== undefined))('$section', async ({ section, find, expected }) => {
    const told = truthAt(truth, section);
    expect(await find(asked)).toEqual(expected === undefined ? told : expected(told));
  });
});
