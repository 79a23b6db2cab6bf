import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { licensesOf } from './licenses.mjs';

test('every package once, with the text of its license where it has one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-licenses-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  /** @param {string} file @param {string} text */
  const write = (file, text) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write('node_modules/b/package.json', '{"name":"b","version":"2.0.0","license":"ISC"}');
  write('node_modules/b/node_modules/@a/c/package.json', '{"name":"@a/c","version":"1.0.0","license":"MIT"}');
  write('node_modules/b/node_modules/@a/c/LICENCE.md', 'Permission is granted.\n');
  const modules = ['src/index.ts', 'node_modules/b/x.js', 'node_modules/b/lib/y.js', 'node_modules/b/node_modules/@a/c/lib/z.js'];
  expect(licensesOf(['rolldown/runtime.js', ...modules.map((file) => join(folder, file))])).toBe(
    [
      'This program contains code of the following packages.',
      '',
      '=== @a/c 1.0.0 (MIT)',
      '',
      'Permission is granted.',
      '',
      '=== b 2.0.0 (ISC)',
      '',
    ].join('\n'),
  );
});
