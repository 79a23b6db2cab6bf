/** Every SQL example on a page runs on an imported demo and finds something; every table and view is on docs/store.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importDemoFile } from '../support/demo-file.ts';
import { blocksOf } from './markdown.ts';
import { page, pages, projectRoot } from './pages.ts';

const examples = pages.flatMap(({ path, text }) =>
  blocksOf(text)
    .filter(({ language }) => language === 'sql')
    .map((block) => ({ where: `${path}:${block.line}`, text: block.text })),
);

let demo: Awaited<ReturnType<typeof importDemoFile>>;
let database: Database.Database;
beforeAll(async () => {
  demo = await importDemoFile();
  database = new Database(demo.path, { readonly: true });
});
afterAll(() => {
  database.close();
  demo.remove();
});

test('there are examples', () => expect(examples.length).toBeGreaterThan(0));

describe.each(examples)('$where', ({ text }) => {
  test('finds something', () => expect(database.prepare(text).all().length).toBeGreaterThan(0));
});

test('every table and view stands on docs/store.md', () => {
  const definition = readFileSync(join(projectRoot, 'schema/store.sql'), 'utf8');
  const names = [...definition.matchAll(/^CREATE (?:VIRTUAL )?(?:TABLE|VIEW) (\w+)/gm)].map((match) => match[1] ?? '');
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !page('docs/store.md').text.includes(`\`${name}\``))).toEqual([]);
});
