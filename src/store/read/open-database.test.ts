import { closeSync, mkdirSync, openSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { InputError } from '../../records/input-error.ts';
import { openSnapshot } from '../open-snapshot.ts';
import { importFile, object, temporaryFolder } from '../testing/import-records.ts';

async function snapshotFile(): Promise<string> {
  const file = join(temporaryFolder(), 'snapshot.db');
  await importFile(file, [object('v1', 'ConfigMap', 'a/c')]);
  return file;
}

function pragma(file: string, text: string): string {
  const db = new Database(file);
  db.pragma(text);
  db.close();
  return file;
}

const CASES: readonly (readonly [InputError['code'], string, RegExp, () => string | Promise<string>])[] = [
  ['NOT_FOUND', 'no file', /does not exist/, () => join(temporaryFolder(), 'none.db')],
  ['UNKNOWN_FORMAT', 'a text', /not a SQLite file/, () => textFile('hello')],
  ['UNKNOWN_FORMAT', 'an empty file', /not a SQLite file/, () => textFile('')],
  ['UNKNOWN_FORMAT', "somebody else's SQLite file", /not one that snapgraph wrote/, () => foreignFile()],
  ['UNREADABLE', 'a folder', /cannot be read/, () => temporaryFolder()],
  ['NEWER_FORMAT', 'a newer version', /newer snapgraph.*update snapgraph/, async () => pragma(await snapshotFile(), 'user_version = 99')],
  ['UNSUPPORTED_FORMAT', 'an older version', /import the capture again/, async () => pragma(await snapshotFile(), 'user_version = 0')],
  ['DAMAGED', 'a file cut after its header', /damaged/, async () => cut(await snapshotFile(), 4096)],
  ['DAMAGED', 'a file whose first page is noise', /damaged/, async () => scribble(await snapshotFile())],
];

test.each(CASES)('%s: %s', async (code, _what, message, make) => {
  const file = await make();
  let thrown: unknown;
  try {
    openSnapshot(file);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(InputError);
  expect((thrown as InputError).code).toBe(code);
  expect((thrown as InputError).message).toMatch(message);
  expect((thrown as InputError).message).toContain(file);
});

function textFile(text: string): string {
  const file = join(temporaryFolder(), 'file.db');
  writeFileSync(file, text);
  return file;
}

function foreignFile(): string {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const db = new Database(join(folder, 'other.db'));
  db.exec('CREATE TABLE t(x)');
  db.close();
  return join(folder, 'other.db');
}

function cut(file: string, bytes: number): string {
  truncateSync(file, bytes);
  return file;
}

/** Everything behind the header of the first page. */
function scribble(file: string): string {
  const open = openSync(file, 'r+');
  writeSync(open, Buffer.alloc(32_000, 0xa5), 0, 32_000, 100);
  closeSync(open);
  return file;
}
