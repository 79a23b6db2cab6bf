import { chmodSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { packWithoutLinks } from './pack-without-links.mjs';

let folder = '';
let file = '';
beforeEach(() => {
  const made = mkdtempSync(join(tmpdir(), 'snapgraph-pack-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  [folder, file] = [join(made, 'content'), join(made, 'content.tar.gz')];
  mkdirSync(join(folder, 'build'), { recursive: true });
  writeFileSync(join(folder, 'run.js'), '#!/usr/bin/env node\n');
  chmodSync(join(folder, 'run.js'), 0o755);
});

test('files and folders alone, each with its mode', async () => {
  linkSync(join(folder, 'run.js'), join(folder, 'build', 'same.js'));
  expect(statSync(join(folder, 'run.js')).nlink).toBe(2);
  await packWithoutLinks({ folder, file });
  const entries = await entriesOf(file);
  expect(entries.filter(({ type }) => type !== 'file' && type !== 'directory')).toEqual([]);
  const files = entries.filter(({ type }) => type === 'file').map(({ name, mode, size }) => [name, mode, size]);
  expect(files.sort()).toEqual([
    ['./build/same.js', 0o755, 20],
    ['./run.js', 0o755, 20],
  ]);
});

test('a symbolic link is refused by name, and nothing is written', async () => {
  symlinkSync('../run.js', join(folder, 'build', 'link'));
  await expect(packWithoutLinks({ folder, file })).rejects.toThrow(/build.link is a symbolic link/);
  expect(() => statSync(file)).toThrow('ENOENT');
});

test('where the archive cannot be written, tar says why', async () => {
  await expect(packWithoutLinks({ folder, file: join(file, 'no', 'folder') })).rejects.toThrow(/tar could not write .*no.folder/);
});

/** @param {string} archive */
async function entriesOf(archive) {
  const entries = [];
  const tar = extract();
  tar.end(gunzipSync(readFileSync(archive)));
  for await (const entry of tar) {
    entries.push(entry.header);
    entry.resume();
  }
  return entries;
}
