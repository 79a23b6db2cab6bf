import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Imported, importFixture } from '../../test/support/imported.ts';
import { type Api, createApi } from './create-api.ts';

const folder = new URL('../../schema/queries/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));

describe.each(['demo', 'demo-partial'])('%s', (fixture) => {
  let imported: Imported;
  let api: Api;

  beforeAll(async () => {
    imported = await importFixture(`${fixture}.tar.gz`);
    api = createApi({ snapshots: [imported.reader] });
  });
  afterAll(() => imported.close());

  test.each(files)('%s answers as in test/golden', async (file) => {
    const result = await api.execute({ query: readFileSync(new URL(file, folder), 'utf8') });
    expect(result.errors).toBeUndefined();
    const answer = `${JSON.stringify(result.data, null, 1)}\n`;
    if (fixture === 'demo') expect(countLeaves(result.data), 'it answers something').toBeGreaterThan(10);
    await expect(answer).toMatchFileSnapshot(`../../test/golden/${fixture}/${file.replace(/graphql$/, 'json')}`);
  });
});

function countLeaves(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value !== 'object') return 1;
  return Object.values(value).reduce((sum: number, entry) => sum + countLeaves(entry), 0);
}
