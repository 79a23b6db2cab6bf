/** A bad input a row: what is given, how the command ends, what it says, and how many objects are kept. */
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { archive, configMap, demo, demoTarCut, headerOf, manifest, page, SNAPSHOT, zeros } from './archives.ts';

export interface BadInput {
  readonly name: string;
  readonly file: string;
  readonly make: () => Promise<Uint8Array> | Uint8Array;
  readonly code: number;
  readonly says: readonly RegExp[];
  /** Objects in the snapshot; absent where there must be none at all. */
  readonly keeps?: number;
}

const GIB = 2 ** 30;
const whole = [SNAPSHOT, page([configMap('a'), configMap('b')])];

export const BAD_INPUTS: readonly BadInput[] = [
  { name: 'an empty file', file: 'empty.tar.gz', make: () => new Uint8Array(), code: 1, says: [/empty\.tar\.gz/, /empty/i] },
  {
    name: 'a text file',
    file: 'notes.txt',
    make: () => Buffer.from('Dear support,\nit is broken again.\n'),
    code: 1,
    says: [/notes\.txt/, /bundle/i],
  },
  { name: 'random bytes', file: 'random.bin', make: () => randomBytes(5_000), code: 1, says: [/random\.bin/] },
  { name: 'a gzip of nothing', file: 'nothing.tar.gz', make: () => gzipSync(''), code: 1, says: [/nothing\.tar\.gz/, /empty/i] },
  {
    name: 'a truncated gzip',
    file: 'cut.tar.gz',
    make: () => demo().subarray(0, 760_000),
    code: 3,
    says: [/cut\.tar\.gz/, /cut|ends early|incomplete/i],
    keeps: -1,
  },
  {
    name: 'a tar cut in the middle of an entry',
    file: 'cut.tar',
    make: demoTarCut,
    code: 3,
    says: [/cut|ends early|incomplete/i],
    keeps: -1,
  },
  { name: '10 GB of zeros, gzipped', file: 'zeros.gz', make: () => zeros(10 * GIB), code: 1, says: [/zeros\.gz/] },
  {
    name: '10 GB of zeros in a page of a bundle',
    file: 'bomb.tar.gz',
    make: async () => Buffer.concat([gzipSync(await headerOf('b/objects/core/v1/pods/0001.ndjson', 8 * GIB - 512)), zeros(10 * GIB)]),
    code: 1,
    says: [/bomb\.tar\.gz/, /unpack|compress/i],
  },
  {
    name: 'paths that lead out of the archive',
    file: 'paths.tar.gz',
    make: () =>
      archive([
        ...whole,
        { name: 'b/../../outside.txt', content: 'x' },
        { name: '/absolute.txt', content: 'x' },
        { name: 'b/link', type: 'symlink', linkname: '/etc/passwd' },
        { name: 'b/hard', type: 'link', linkname: '../../outside.txt' },
        manifest(whole, 'right'),
      ]),
    code: 3,
    says: [/outside\.txt|problem/i],
    keeps: 2,
  },
  {
    name: 'lines that are no objects',
    file: 'lines.tar.gz',
    make: () => {
      const entries = [
        SNAPSHOT,
        page(['[1]', '42', '"text"', 'null', '{"kind":', '{"apiVersion":"v1","metadata":{"name":"x"}}', '{}', configMap('good')]),
      ];
      return archive([...entries, manifest(entries, 'right')]);
    },
    code: 3,
    says: [/problem/i],
    keeps: 1,
  },
  {
    name: '200 levels of nesting, which are kept, and 100,000, which are not',
    file: 'deep.tar.gz',
    make: () => {
      const deep = (levels: number): string => configMap('deep', null).replace('null', `${'['.repeat(levels)}${']'.repeat(levels)}`);
      const entries = [SNAPSHOT, page([deep(200), deep(100_000).replace('"deep"', '"deeper"')])];
      return archive([...entries, manifest(entries, 'right')]);
    },
    code: 3,
    says: [/problem/i],
    keeps: 1,
  },
  {
    name: 'invalid UTF-8',
    file: 'utf8.tar.gz',
    make: () => {
      const broken = Buffer.from(configMap('broken'));
      broken[broken.indexOf('value')] = 0xff;
      const entries = [SNAPSHOT, page([broken, configMap('good')])];
      return archive([...entries, manifest(entries, 'right')]);
    },
    code: 3,
    says: [/problem/i],
    keeps: 1,
  },
  {
    name: 'a manifest with wrong checksums',
    file: 'checksums.tar.gz',
    make: () => archive([...whole, manifest(whole, 'wrong')]),
    code: 3,
    says: [/problem/i],
    keeps: 2,
  },
  {
    name: 'a newer major format version',
    file: 'newer.tar.gz',
    make: () => archive([{ ...SNAPSHOT, content: '{"formatVersion":"2.0"}' }, ...whole.slice(1)]),
    code: 1,
    says: [/newer\.tar\.gz/, /2\.0/],
  },
  { name: 'a SQLite file that is not ours', file: 'foreign.db', make: foreignDatabase, code: 1, says: [/foreign\.db/, /SQLite/] },
  {
    name: 'keys named as what every object inherits',
    file: 'prototype.tar.gz',
    make: () => {
      const line =
        '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"__proto__","namespace":"constructor","labels":{"__proto__":"x"}},"data":{"__proto__":"y"}}';
      const entries = [SNAPSHOT, page([line, configMap('good')])];
      return archive([...entries, manifest(entries, 'right')]);
    },
    code: 0,
    says: [],
    keeps: 2,
  },
];

function foreignDatabase(): Uint8Array {
  const database = new Database(':memory:');
  database.exec('CREATE TABLE t(a); INSERT INTO t VALUES (1)');
  const bytes = database.serialize();
  database.close();
  return bytes;
}
