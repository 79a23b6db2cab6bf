import { expect, test } from 'vitest';
import { checkImports } from './check-imports.mjs';
import { permissions } from './rooms.mjs';

/** @param {Readonly<Record<string, string>>} files */
const check = (files) => checkImports(new Map(Object.entries(files)));

const value = 'export const value = 1;';

test('a room may import the rooms above it, itself, packages and data', () => {
  const text =
    "import '../kube/a.ts'; import './b.ts'; import 'node:fs'; import '@scope/package/file.js'; import x from '../../schema/names.json';";
  expect(check({ 'src/store/a.ts': text, 'src/store/b.ts': value, 'src/kube/a.ts': value })).toEqual([]);
});

test.each([
  ['an import', "import { value } from '../store/a.ts';"],
  ['an import for its effects', "import '../store/a.ts';"],
  ['a type', "import type { value } from '../store/a.ts';"],
  ['a type in place', "export type A = { b: import('../store/a.ts').B }[];"],
  ['a re-export', "export { value } from '../store/a.ts';"],
  ['a re-export of all', "export * from '../store/a.ts';"],
  ['a dynamic import', "const a = await import('../store/a.ts');"],
])('%s of a room below is refused', (_name, text) => {
  expect(check({ 'src/relations/a.ts': `\n${text}`, 'src/store/a.ts': value })).toEqual([
    'src/relations/a.ts:2 imports src/store/a.ts: relations may not import store.',
  ]);
});

test('kube imports types of the records, and no code', () => {
  const records = { 'src/records/a.ts': value };
  expect(check({ 'src/kube/a.ts': "import type { A } from '../records/a.ts';", ...records })).toEqual([]);
  expect(check({ 'src/kube/a.ts': "import { type A, type B } from '../records/a.ts';", ...records })).toEqual([]);
  expect(check({ 'src/kube/a.ts': "import { type A, value } from '../records/a.ts';", ...records })).toEqual([
    'src/kube/a.ts:1 imports code of src/records/a.ts: of records, kube may import types only.',
  ]);
});

test('only cli, test and bench see every room, and nobody imports them', () => {
  expect(permissions).toMatchObject({ cli: { server: 'all', sources: 'all' }, test: { cli: 'all' }, bench: { cli: 'all' } });
  expect(check({ 'src/server/a.ts': "import '../../cli/a.ts';", 'cli/a.ts': value })).toEqual([
    'src/server/a.ts:1 imports cli/a.ts: server may not import cli.',
  ]);
});

test('tests beside their source may use what the tests share, and are held to their room otherwise', () => {
  const shared = { 'test/support/a.ts': value, 'src/store/a.ts': value };
  expect(check({ 'src/kube/a.test.ts': "import '../../test/support/a.ts';", ...shared })).toEqual([]);
  expect(check({ 'src/kube/a.ts': "import '../../test/support/a.ts';", ...shared })).toEqual([
    'src/kube/a.ts:1 imports test/support/a.ts, which is there for tests only.',
  ]);
  expect(check({ 'src/kube/a.test.ts': "import '../store/a.ts';", ...shared })).toHaveLength(1);
  const testing = { 'src/kube/testing/a.ts': value };
  expect(check({ 'src/kube/a.test.ts': "import './testing/a.ts';", ...testing })).toEqual([]);
  expect(check({ 'src/kube/a.ts': "import './testing/a.ts';", ...testing })).toEqual([
    'src/kube/a.ts:1 imports src/kube/testing/a.ts, which is there for tests only.',
  ]);
});

test('a room that nobody agreed on is refused', () => {
  expect(check({ 'src/helpers/a.ts': "import '../kube/a.ts';", 'src/kube/a.ts': value })).toEqual([
    'src/helpers/a.ts is in a room that is not in scripts/imports/rooms.mjs.',
  ]);
  expect(check({ 'src/api/a.ts': "import '../helpers/a.ts';", 'src/helpers/a.ts': value })).toEqual([
    'src/api/a.ts:1 imports src/helpers/a.ts: api may not import helpers.',
  ]);
});

test('a cycle is told once, by its shortest way, types too', () => {
  const files = {
    'src/kube/a.ts': "import type { B } from './b.ts'; import './c.ts';",
    'src/kube/b.ts': "import './a.ts';",
    'src/kube/c.ts': "import './d.ts';",
    'src/kube/d.ts': value,
  };
  expect(check(files)).toEqual(['Cycle: src/kube/a.ts → src/kube/b.ts → src/kube/a.ts']);
  expect(check({ 'src/kube/a.ts': "import './a.ts';" })).toEqual(['Cycle: src/kube/a.ts → src/kube/a.ts']);
});

test('what leads nowhere, or cannot be known, is a problem', () => {
  expect(check({ 'src/kube/a.ts': "import './gone.ts';" })).toEqual([
    "src/kube/a.ts:1 imports ./gone.ts, which is no file here and no package's name.",
  ]);
  expect(check({ 'src/kube/a.ts': 'const a = await import(name);' })).toEqual([
    "src/kube/a.ts:1 imports import(name), which is no file here and no package's name.",
  ]);
});
