import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/tar.ts';
import { PageItems } from './page-items.ts';

const SECRET = 'a-value-that-is-not-redacted-yet';
/** Together more than fits in memory, of sizes that no block of a cipher divides. */
const all = Array.from({ length: 1_200 }, (_, index) => Buffer.from(`${index} ${SECRET} `.repeat(300 + (index % 7))));

test('items come back in their order, a few at a time', async () => {
  const items = await filled(join(await temporaryFolder(), 'page'));
  const batches: (readonly Uint8Array[])[] = [];
  for await (const batch of items.batches()) batches.push(batch);
  expect(batches.flat().map((item) => Buffer.from(item).toString())).toEqual(all.map(String));
  expect(batches.every((batch) => batch.length <= 500)).toBe(true);
  await items.dispose();
});

test.runIf(process.platform === 'linux')('what lies on the disk has no name, and nobody can read it', async () => {
  const folder = await temporaryFolder();
  const items = await filled(join(folder, 'page'));
  expect(readdirSync(folder)).toEqual([]);
  const open = openFiles(folder);
  expect(open).toHaveLength(1);
  for (const bytes of open) {
    expect(bytes.length).toBeGreaterThan(8 << 20);
    expect(bytes.includes(SECRET)).toBe(false);
  }
  await items.dispose();
  expect(openFiles(folder)).toEqual([]);
});

async function filled(path: string): Promise<PageItems> {
  const items = new PageItems(path);
  for (const item of all) await items.push([item.subarray(0, 7), item.subarray(7)]);
  return items;
}

/** The bytes of those files of the folder that this process has open. */
function openFiles(folder: string): Buffer[] {
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      const path = `/proc/self/fd/${descriptor}`;
      return readlinkSync(path).startsWith(folder) ? [readFileSync(path)] : [];
    } catch {
      return [];
    }
  });
}
