import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from './folders.mjs';
import { isInstalled } from './installed.mjs';

const here = { os: [process.platform], cpu: [process.arch] };
const a = { version: '1.0.0', integrity: 'sha512-a' };

/** @param {Readonly<Record<string, object>>} locked @param {Readonly<Record<string, object>> | null} present */
function project(locked, present) {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-installed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  /** @param {string} file @param {unknown} value */
  const write = (file, value) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify(value));
  };
  write('package-lock.json', { packages: { '': {}, ...locked } });
  if (present === null) return folder;
  write('node_modules/.package-lock.json', { packages: present });
  for (const path of Object.keys(present)) write(`${path}/package.json`, {});
  return folder;
}

test('the packages that these tests run on are installed', () => {
  expect(isInstalled(root)).toBe(true);
});

test.each([
  ['all there', { 'node_modules/a': a }, { 'node_modules/a': a }, true],
  ['never installed', { 'node_modules/a': a }, null, false],
  ['another version', { 'node_modules/a': a }, { 'node_modules/a': { ...a, version: '1.0.1' } }, false],
  ['other bytes', { 'node_modules/a': a }, { 'node_modules/a': { ...a, integrity: 'sha512-b' } }, false],
  ['one more', { 'node_modules/a': a }, { 'node_modules/a': a, 'node_modules/b': a }, false],
  ['one less', { 'node_modules/a': a, 'node_modules/b': a }, { 'node_modules/a': a }, false],
  ['an optional one less, for another platform', { 'node_modules/a': { ...a, optional: true, os: ['none'], cpu: ['none'] } }, {}, true],
  ['an optional one less, for this platform', { 'node_modules/a': { ...a, optional: true, ...here } }, {}, false],
  ['an optional one less, for a C library', { 'node_modules/a': { ...a, optional: true, ...here, libc: ['musl'] } }, {}, true],
])('%s', (_name, locked, present, expected) => {
  expect(isInstalled(project(locked, present))).toBe(expected);
});

test('a package whose folder is gone', () => {
  const folder = project({ 'node_modules/a': a }, { 'node_modules/a': a });
  rmSync(join(folder, 'node_modules/a'), { recursive: true });
  expect(isInstalled(folder)).toBe(false);
});

test('a list that npm did not finish writing', () => {
  const folder = project({ 'node_modules/a': a }, { 'node_modules/a': a });
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{"packages": {"node_mod');
  expect(isInstalled(folder)).toBe(false);
});
