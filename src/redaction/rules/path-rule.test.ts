import { expect, test } from 'vitest';
import type { JsonObject, JsonValue, ObjectRecord } from '../../records/record.ts';
import { LAST_APPLIED } from '../testing/manifests.ts';
import { captured, END, redacted, redactedRecords, START } from '../testing/records.ts';
import { after, mark, rulesOf, settings } from '../testing/user-rules.ts';

test.each<[string, JsonObject, Record<string, string>]>([
  ['a key', { path: '.data.port' }, { port: '5432' }],
  ['a key with a dot', { path: ".data['db.password']" }, { 'db.password': 'hunter2' }],
  ['a key with a dot behind a backslash', { path: 'data.db\\.password' }, { 'db.password': 'hunter2' }],
  ['keys by a glob', { path: ".data['db.*']" }, { 'db.password': 'hunter2', 'db.host': 'db.data' }],
  ['keys by a glob without quotes', { path: '{.data.p*}' }, { port: '5432' }],
  ['a whole mapping: every value in it', { path: '.data' }, { 'db.password': 'hunter2', 'db.host': 'db.data', port: '5432' }],
  ['wherever it stands', { path: '..port' }, { port: '5432' }],
  ['what matches', { path: '.data', pattern: '[0-9]{4}' }, { port: '5432' }],
  ['of a kind by another name', { kinds: 'cm', path: '.data.port' }, { port: '5432' }],
  ['of a kind in its plural', { kinds: ['configmaps'], path: '.data.port' }, { port: '5432' }],
  ['of a kind of the core group', { kinds: 'ConfigMap.core', path: '.data.port' }, { port: '5432' }],
  ['of a kind of the core group, in its plural', { kinds: 'configmaps.core', path: '.data.port' }, { port: '5432' }],
  ['of all kinds of the core group', { kinds: '*.core', path: '.data.port' }, { port: '5432' }],
  ['of kinds by a glob', { kinds: ['*MAP'], path: '.data.port' }, { port: '5432' }],
  ['of a namespace and a name', { namespaces: ['sh*'], names: ['x', 'set?ings'], path: '.data.port' }, { port: '5432' }],
])('a rule takes out %s', async (_what, rule, going) => {
  const data = Object.fromEntries(Object.entries(going).map(([key, value]) => [key, mark(value)]));
  expect(await after(settings, rule)).toEqual({ ...settings, data: { ...settings.data, ...data } });
});

test.each<[string, JsonObject]>([
  ['another kind', { kinds: ['Secret', 'pods'], path: '.data.port' }],
  ["another group's kind", { kinds: ['ConfigMap.example.com'], path: '.data.port' }],
  ['another namespace', { namespaces: ['data'], path: '.data.port' }],
  ['another name', { names: ['setting'], path: '.data.port' }],
  ['a path that leads nowhere', { path: '.data.port.x' }],
  ['a pattern that matches nothing', { path: '.data', pattern: 'z*' }],
])('a rule leaves alone: %s', async (_what, rule) => {
  expect(await after(settings, rule)).toEqual(settings);
});

test('kinds are known by their group, and by the list in which an object was captured', async () => {
  const backup = { apiVersion: 'archive.example.com/v1', kind: 'Backup', metadata: { name: 'b' }, spec: { key: 'x' } };
  const expected = { ...backup, spec: { key: mark('x') } };
  for (const kinds of ['Backup', 'backup.archive.example.com', 'BACKUPS', 'backups.archive.example.com', '*.example.com', 'back*']) {
    expect(await after(backup, { kinds, path: '.spec.key' })).toEqual(expected);
  }
  const bare = { metadata: { name: 'x' }, data: { a: 'b' } };
  for (const kinds of ['ConfigMap', 'configmaps', 'cm', 'configmaps.core'])
    expect(await after(bare, { kinds, path: '.data.a' })).toEqual({ ...bare, data: { a: mark('b') } });
  expect(await after(bare, { kinds: 'Pod', path: '.data.a' })).toEqual(bare);
  const custom = captured(bare, 'backups', { resource: { group: 'archive.example.com', version: 'v1', resource: 'backups' } });
  expect(await redacted(custom, { rules: rulesOf({ kinds: 'backups.archive.example.com', path: '.data.a' }) })).toContain(mark('b'));
});

test('what names an object stays, whatever the path says', async () => {
  for (const rule of [{ path: '$' }, { path: '.*' }, { path: '..*' }, { pattern: '.+' }]) {
    expect(await after(settings, rule)).toEqual({
      ...settings,
      metadata: { ...settings.metadata, labels: { app: mark('web') } },
      data: { 'db.password': mark('hunter2'), 'db.host': mark('db.data'), port: mark('5432') },
    });
  }
});

test('values of every type become marks of their JSON; a pattern is for texts alone', async () => {
  const json = '{"kind":"X","spec":{"n":1.50,"t":true,"z":null,"s":"","o":{},"l":[1,[]]}}';
  expect(await after(json, { path: '.spec' })).toEqual({
    kind: 'X',
    spec: { n: mark('1.50'), t: mark('true'), z: mark('null'), s: mark(''), o: {}, l: [mark('1'), []] },
  });
  expect(await after(json, { path: '.spec', pattern: '.*' })).toEqual(JSON.parse(json));
});

test('rules that overlap take out what they cover together, and are counted once', async () => {
  const object = { kind: 'X', spec: { a: '\u00e9abcdef', b: 'abc' } };
  const rules = rulesOf({ pattern: 'abcd' }, { pattern: 'cdef' }, { path: '.spec.b' }, { pattern: 'b' });
  const [, record, end] = await redactedRecords([START, captured(object, 'xs'), END], { rules });
  expect(JSON.parse(Buffer.from((record as ObjectRecord).raw ?? []).toString())).toEqual({
    kind: 'X',
    spec: { a: `é${mark('abcdef')}`, b: mark('abc') },
  });
  expect(end).toMatchObject({
    redaction: { counts: { values: 2, objects: 1, byRule: { 'rule 0': 1, 'rule 1': 0, 'rule 2': 1, 'rule 3': 0 } } },
  });
});

test('a rule is about copies, too, and about objects within an object; they are in its namespace', async () => {
  const { metadata: _metadata, ...bare } = settings;
  const copy = JSON.stringify({ ...bare, metadata: { name: 'settings' } });
  const object = { ...settings, metadata: { ...settings.metadata, annotations: { [LAST_APPLIED]: copy } } };
  const rule = { kinds: 'ConfigMap', namespaces: 'shop', names: 'settings', path: '.data.port' };
  expect(JSON.stringify(await after(object, rule))).not.toContain('5432');
  const list = {
    apiVersion: 'v1',
    kind: 'List',
    metadata: { namespace: 'shop' },
    items: [
      { ...settings, metadata: { name: 'settings' } },
      { ...settings, metadata: { name: 'settings', namespace: 'data' } },
    ],
  };
  expect(await after(list, rule)).toEqual({
    ...list,
    items: [{ ...list.items[0], data: { ...settings.data, port: mark('5432') } }, list.items[1]],
  });
});

test('a rule of a kind sees it in JSON of any other object', async () => {
  for (const key of [LAST_APPLIED, 'x/y']) {
    const foo = (copy: JsonValue): JsonObject => ({
      apiVersion: 'x/v1',
      kind: 'Foo',
      metadata: { annotations: { [key]: JSON.stringify(copy) } },
    });
    expect(await after(foo(settings), { kinds: 'ConfigMap', path: '.data.port' })).toEqual(
      foo({ ...settings, data: { ...settings.data, port: mark('5432') } }),
    );
  }
});

test('what only points to an object is none', async () => {
  const object = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'x', ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: 'u' }] },
  };
  expect(await after(object, { kinds: 'ReplicaSet', path: '..*' })).toEqual(object);
});

test('a quoted key with dots is a path where there is no such key, as for kubectl', async () => {
  const nested = { kind: 'X', spec: { tls: { crt: 'a', key: 'b' } } };
  expect(await after(nested, { path: "['spec.tls.crt']" })).toEqual({ kind: 'X', spec: { tls: { crt: mark('a'), key: 'b' } } });
  expect(await after(nested, { path: ".spec['tls.*']" })).toEqual({ kind: 'X', spec: { tls: { crt: mark('a'), key: mark('b') } } });
});

test('filters choose items, and an object made to be slow is left out', async () => {
  const object = {
    kind: 'X',
    spec: [
      { name: 'a', value: '1' },
      { name: 'b', value: '2', secret: true },
    ],
  };
  expect(await after(object, { path: '.spec[?(@.secret==true)].value' })).toEqual({
    kind: 'X',
    spec: [object.spec[0], { name: 'b', value: mark('2'), secret: true }],
  });
  const deep = `{"kind":"X","spec":${'[['.repeat(200)}"${'x'.repeat(400_000)}"${']]'.repeat(200)}}`;
  const [, problem] = await redactedRecords([START, captured(deep, 'xs'), END], { rules: rulesOf({ path: '..[?(@.a)]' }) });
  expect(problem).toMatchObject({ type: 'problem', code: 'REDACTION_FAILED' });
});

test('however often a path looks everywhere, and however objects lie in each other, nothing is followed twice', async () => {
  // Were it otherwise, each of these would take minutes.
  const wide = Array.from({ length: 30_000 }, () => '"x"').join(',');
  const deep = `{"kind":"X","a":${'{"a":'.repeat(400)}[${wide}]${'}'.repeat(400)}}`;
  expect(JSON.stringify(await after(deep, { path: '..*..*..*' }, { path: '..a..a' })).match(/REDACTED/g)).toHaveLength(30_000);
  const open = '{"apiVersion":"v1","kind":"X","metadata":{},"a":';
  const objects = `${open.repeat(400)}[${wide}]${'}'.repeat(400)}`;
  expect(JSON.stringify(await after(objects, { pattern: 'x' }, { path: '..a' })).match(/REDACTED/g)).toHaveLength(30_000);
});

test('a key that comes twice is followed twice', async () => {
  const rules = rulesOf({ kinds: ['A'], names: ['n'], path: '.spec.x' });
  const json = '{"kind":"A","kind":"B","metadata":{"name":"n"},"metadata":{"name":"m"},"spec":{"x":1,"x":2},"spec":{"x":3}}';
  expect(await redacted(captured(json, 'as'), { rules })).toBe(
    json
      .replace('1', `"${mark('1')}"`)
      .replace(':2}', `:"${mark('2')}"}`)
      .replace(':3}', `:"${mark('3')}"}`),
  );
});
