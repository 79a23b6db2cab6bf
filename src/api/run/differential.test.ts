import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPlainApi, type PlainApi } from '../../../test/support/api/plain-api.ts';
import { generateQuery } from '../../../test/support/api/query-generator.ts';
import { type Imported, importFixture } from '../../../test/support/imported.ts';
import { type Api, createApi } from '../create-api.ts';

const UNLIMITED = { rows: 1e9, bytes: 1e12, milliseconds: 1e9, tokens: 1e6, aliases: 1e6, depth: 100 };
const QUERIES = 1000;

describe.each(['demo.tar.gz', 'demo-partial.tar.gz'])('%s', (fixture) => {
  let imported: Imported;
  let planned: Api;
  let plain: PlainApi;
  let cursors: readonly string[];

  beforeAll(async () => {
    imported = await importFixture(fixture);
    planned = createApi({ snapshots: [imported.reader], limits: UNLIMITED });
    plain = createPlainApi(imported.reader, UNLIMITED);
    const page = await imported.reader.list({ filter: { namespace: 'shop' }, page: { first: 40 } });
    cursors = page.cursors.filter((_, index) => index % 10 === 5);
  });
  afterAll(() => imported.close());

  test(`${QUERIES} generated queries have the same answer planned and plain`, { timeout: 900_000 }, async () => {
    let answered = 0;
    for (let seed = 1; seed <= QUERIES; seed += 1) {
      const { query, variables } = generateQuery(planned.schema, seed, cursors);
      const [ours, oracle] = [await planned.execute({ query, variables }), await plain.execute({ query, variables })];
      expect(comparable(ours), `seed ${seed}: ${query}`).toEqual(comparable(oracle));
      if (ours.errors === undefined) answered += 1;
    }
    // Errors are answers too, but a generator that mostly makes errors would prove nothing.
    expect(answered).toBeGreaterThan(QUERIES * 0.7);
  });
});

/** Answers as JSON; of errors the sentences, for one failure is listed once however many fields it blanks. */
function comparable(result: Awaited<ReturnType<Api['execute']>>) {
  return {
    data: JSON.parse(JSON.stringify(result.data ?? null)) as unknown,
    errors: [...new Set(result.errors?.map((error) => error.message) ?? [])].sort(),
  };
}
