import { expect, test } from 'vitest';
import { glanceAt } from './glance.ts';
import { LAST_APPLIED } from './testing/manifests.ts';

const PODS = { group: '', version: 'v1', resource: 'pods' };

function seen(json: string, resource: typeof PODS | undefined = PODS): string[] {
  const glance = glanceAt(Buffer.from(json), resource);
  return (['odd', 'secrets', 'variables', 'suspectCopies'] as const).filter((fact) => glance[fact]);
}

const copy = (text: string, key = LAST_APPLIED): string => JSON.stringify({ kind: 'Pod', metadata: { annotations: { [key]: text } } });

test.each<[string, string]>([
  ['an empty object', '{}'],
  ['variables that say nothing', '{"kind":"Pod","env":[{"name":"A","value":"b"},{"name":"TOKEN","valueFrom":{}}]}'],
  ['an env that is neither a list nor a map', '{"kind":"Pod","env":"TOKEN=x","a":"env","environment":"prod"}'],
  ['a map that says nothing', '{"kind":"Pod","environment":{"MODE":"x","TOKEN":{"valueFrom":{}}}}'],
  ['a label in a copy', copy('{"metadata":{"labels":{"env":"prod","environment" : "prod"}}}')],
  ['words in lower case, or within others', '{"kind":"Pod","secret":{"secretName":"x"},"k":"ExternalSecret","t":"token","p":"password"}'],
  ['a copy that is JSON', copy('{"spec":{"replicas":1}}')],
  ['a copy that is a list', copy('[]')],
  ['the field manager of a copy', `{"kind":"Pod","f:${LAST_APPLIED}":{},"x/last-applied" : 3}`],
  ['what Go escapes, and controls', '{"kind":"Pod","args":["a \\u0026\\u0026 b \\u003c c \\u003E d \\u001b \\u00e9 \\n \\" \\\\"]}'],
])('of most objects a glance is enough: %s', (_what, json) => {
  expect(seen(json)).toEqual([]);
});

test.each<[string, string, string[]]>([
  ['a Secret', '{"kind":"Secret"}', ['secrets', 'suspectCopies']],
  ['a Secret in a copy', copy('{"kind":"Secret"}'), ['secrets', 'suspectCopies']],
  ['a variable', '{"kind":"Pod","env" :\n[ {"name":"TOKEN","value":"x"}]}', ['variables', 'suspectCopies']],
  [
    'a variable behind others',
    '{"kind":"Pod","a":{"env":[{"name":"A","value":"x"}]},"env":[{"name":"TOKEN","value":"x"}]}',
    ['variables', 'suspectCopies'],
  ],
  ['a variable within another', '{"kind":"Pod","env":[{"x":{"env":[{"name":"TOKEN","value":"x"}]}}]}', ['variables', 'suspectCopies']],
  ['a Secret within a variable', '{"kind":"Pod","env":[{"x":{"kind":"Secret"}}]}', ['secrets', 'suspectCopies']],
  ['a map', '{"kind":"Pod","envVars":{"TOKEN":"x"}}', ['variables', 'suspectCopies']],
  ['a list in a copy with much space', copy('{"env"\n\t : \r\n [ ]}'), ['variables', 'suspectCopies']],
  ['the same in a copy in a copy', copy(JSON.stringify({ a: '{"environment"\n\t : \r\n { }}' })), ['variables', 'suspectCopies']],
  ['space that is escaped by its number', copy('{}').replace('{}', '{\\"env\\"\\u000a:\\u000D[]}'), ['variables', 'suspectCopies']],
  ['a list in a copy', copy('{"env":[]}'), ['variables', 'suspectCopies']],
  [
    'a list in a copy within a variable',
    `{"kind":"Pod","env":[{"name":"A","value":"x","c":${copy('{"env":[]}')}}]}`,
    ['variables', 'suspectCopies'],
  ],
  ['a list that is cut', '{"kind":"Pod","env":[{"name":"A"}', ['variables', 'suspectCopies']],
  ['a copy that is compressed', copy('H4sIAAAA'), ['suspectCopies']],
  ['a copy that is compressed, of another tool', copy('H4sIAAAA', 'objectset.rio.cattle.io/applied'), ['suspectCopies']],
  ['a key that goes on', copy('x', 'last-applied-x'), ['suspectCopies']],
  ['a letter that is escaped', '{"kind":"Pod","\\u0065nv":[]}', ['odd', 'secrets', 'variables', 'suspectCopies']],
  ['a letter that is escaped in a copy', copy('{"\\u0065nv":[]}'), ['odd', 'secrets', 'variables', 'suspectCopies']],
  ['a slash that is escaped', '{"kind":"Pod","x\\/y":1}', ['odd', 'secrets', 'variables', 'suspectCopies']],
  ['an escape behind the beginning of a word', '{"kind":"Pod","env\\u0041":1}', ['odd', 'secrets', 'variables', 'suspectCopies']],
  ['no end', '{"kind":"Pod"', ['secrets', 'suspectCopies']],
])('a glance sees %s', (_what, json, facts) => {
  expect(seen(json)).toEqual(facts);
});

test('definitions of custom resources have maps of such names, and no variables in them', () => {
  const definitions = { group: 'apiextensions.k8s.io', version: 'v1', resource: 'customresourcedefinitions' };
  const schema = '{"env":{"description":"token: of the shop","type":"array"},"environment":{"token":"x"}}';
  for (const json of [schema, copy(schema)]) {
    expect(seen(json, definitions)).toEqual([]);
    expect(seen(json)).toEqual(['variables', 'suspectCopies']);
  }
  for (const json of ['{"env":[{"name":"TOKEN","value":"x"}]}', copy('{"env":[]}')])
    expect(seen(json, definitions)).toEqual(['variables', 'suspectCopies']);
});

test('what says neither what it is nor where it was captured may be anything', () => {
  expect(seen('{"data":{}}')).toEqual([]);
  expect(seen('{"data":{}}', { ...PODS, resource: 'secrets' })).toEqual(['secrets', 'suspectCopies']);
  expect(glanceAt(Buffer.from('{"data":{}}'), undefined).secrets).toBe(true);
  expect(glanceAt(Buffer.from('{"kind":"X"}'), undefined).secrets).toBe(false);
});

test.each<[string, string]>([
  ['lists within each other', `{"kind":"Pod","x":${'{"env":[{"x":'.repeat(150)}1${'}]}'.repeat(150)}}`],
  ['many lists', `{"kind":"Pod","x":[${'{"env":[{"name":"A","value":"x"}]},'.repeat(100_000)}1]}`],
  ['many lists in a list', `{"kind":"Pod","env":[${'{"env":[{"name":"A","value":"x"}]},'.repeat(100_000)}1]}`],
  ['many copies', `{"kind":"Pod","x":[${`{"${LAST_APPLIED}":"{}"},`.repeat(100_000)}1]}`],
  ['a long text of such words', `{"kind":"Pod","x":"${'env '.repeat(1_000_000)}"}`],
])('a hostile object is looked through once: %s', (_what, json) => {
  expect(seen(json)).toEqual([]);
});

test.each([
  ['last-applied', ['suspectCopies']],
  ['"env":[', ['variables', 'suspectCopies']],
  ['"env', []],
  ['"env\\"', []],
  ['"env\\\\', []],
  ['"env\\" \\n', []],
  ['"env\\":{', ['variables', 'suspectCopies']],
  ['"Secret', ['secrets', 'suspectCopies']],
  ['\\/', ['odd', 'secrets', 'variables', 'suspectCopies']],
  ['"last-applied":"', ['suspectCopies']],
])('so is one that is full of %j', (part, facts) => {
  expect(seen(`{"kind":"Pod","x":"${part.repeat(4_000_000 / part.length)}"}`)).toEqual(facts);
});
