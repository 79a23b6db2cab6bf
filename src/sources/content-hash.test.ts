import { createHash } from 'node:crypto';
import { mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentHash } from './content-hash.ts';
import { temporaryFile, temporaryFolder } from './testing/tar.ts';

test('of a file: SHA-256 of its bytes', async () => {
  expect(await contentHash(await temporaryFile('x', 'hello'))).toBe(createHash('sha256').update('hello').digest('hex'));
});

test('of a folder: of its paths and their contents, whatever it is called', async () => {
  const folder = join(await temporaryFolder(), 'one');
  await mkdir(join(folder, 'b'), { recursive: true });
  await writeFile(join(folder, 'a'), '1');
  await writeFile(join(folder, 'b/c'), '2');
  const before = await contentHash(folder);
  expect(before).toMatch(/^[0-9a-f]{64}$/);
  await rename(folder, `${folder}-renamed`);
  expect(await contentHash(`${folder}-renamed`)).toBe(before);
  await writeFile(join(`${folder}-renamed`, 'b/c'), '3');
  const changed = await contentHash(`${folder}-renamed`);
  expect(changed).not.toBe(before);
  await symlink('a', join(`${folder}-renamed`, 'link'));
  expect(await contentHash(`${folder}-renamed`)).not.toBe(changed);
});

test('of what is not there: an error that says so', async () => {
  await expect(contentHash('/no/such/file')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
