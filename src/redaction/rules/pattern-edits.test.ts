import { expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { LAST_APPLIED } from '../testing/manifests.ts';
import { after, mark, settings } from '../testing/user-rules.ts';

test('of a pattern all that matches goes, or its group called mask', async () => {
  const object = { kind: 'X', spec: 'password=hunter2 password=ä😀&x' };
  expect(await after(object, { pattern: 'password=\\S+' })).toEqual({
    kind: 'X',
    spec: `${mark('password=hunter2')} ${mark('password=ä😀&x')}`,
  });
  expect(await after(object, { pattern: 'password=(?P<mask>[^&\\s]+)' })).toEqual({
    kind: 'X',
    spec: `password=${mark('hunter2')} password=${mark('ä😀')}&x`,
  });
  expect(await after(object, { pattern: 'password|(?P<mask>hunter)' })).toEqual({
    kind: 'X',
    spec: `password=${mark('hunter')}2 password=ä😀&x`,
  });
});

test('a pattern searches a copy value by value, as it does the object', async () => {
  const copied = { ...settings, data: { a: 'needle x', b: '{"c":"needle \\"y\\"","d":"z"}', n: '1' } };
  const copy = `${JSON.stringify(copied)}\n`;
  const object = { ...settings, data: {}, metadata: { ...settings.metadata, annotations: { [LAST_APPLIED]: copy } } };
  const searched = async (...rules: JsonObject[]): Promise<JsonValue> => {
    const { annotations } = ((await after(object, ...rules)) as typeof object).metadata;
    return JSON.parse(annotations[LAST_APPLIED]) as JsonValue;
  };
  expect(await searched({ pattern: 'needle.*' })).toEqual({
    ...copied,
    data: { a: mark('needle x'), b: `{"c":"${mark('needle "y"')}","d":"${mark('z')}"}`, n: '1' },
  });
  expect(await searched({ pattern: 'shop|settings|ConfigMap|v1|u' })).toEqual(copied);
  expect(await searched({ kinds: 'ConfigMap', pattern: 'needle' }, { pattern: 'le x' })).toEqual({
    ...copied,
    data: { a: mark('needle x'), b: `{"c":"${mark('needle "y"')}","d":"z"}`, n: '1' },
  });
  expect(await searched({ pattern: '"name"|"v1","kind"|,"n":"' })).toEqual(copied);
  const other = { kind: 'X', metadata: { annotations: { [LAST_APPLIED]: '{"spec":{"a":"needle"}}' } } };
  expect(JSON.stringify(await after(other, { pattern: 'needle' }))).toContain(mark('needle'));
});

test('of other JSON in a string the values go that a pattern meets, and it stays JSON', async () => {
  const config = { users: [{ name: 'app', 'pass word': 'hunter2', pin: 1234 }], on: true, path: 'C:\\x', list: ['a', 'b'] };
  const said = async (pattern: string): Promise<JsonValue> => {
    const object = { kind: 'X', data: { config: JSON.stringify(config, null, 1) } };
    return JSON.parse(((await after(object, { path: '.data', pattern })) as typeof object).data.config) as JsonValue;
  };
  const users = (fields: JsonObject): JsonObject => ({ ...config, users: [{ ...config.users[0], ...fields }] });
  expect(await said('"pass word": "(?P<mask>[^"]*)"')).toEqual(users({ 'pass word': mark('hunter2') }));
  expect(await said('"pass word": "[^"]*"')).toEqual(users({ 'pass word': mark('hunter2') }));
  expect(await said('hunt|er')).toEqual(users({ 'pass word': `${mark('hunt')}${mark('er')}2` }));
  expect(await said('ter2",\\s*"pin": 12')).toEqual(users({ 'pass word': `hun${mark('ter2')}`, pin: mark('1234') }));
  expect(await said('C:')).toEqual({ ...config, path: mark('C:\\x') });
  expect(await said('tru')).toEqual({ ...config, on: mark('true') });
  expect(await said('a",\\s*"b')).toEqual({ ...config, list: [mark('a'), mark('b')] });
  expect(await said('"name"|[{}]|nothing|: "')).toEqual(config);
});

test('objects that a string describes in JSON keep what names them', async () => {
  const object = { kind: 'X', data: { a: JSON.stringify(settings) } };
  const { data } = (await after(object, { pattern: '(?s).*' })) as typeof object;
  expect(JSON.parse(data.a)).toEqual({
    ...settings,
    metadata: { ...settings.metadata, labels: { app: mark('web') } },
    data: { 'db.password': mark('hunter2'), 'db.host': mark('db.data'), port: mark('5432') },
  });
  expect(((await after(object, { path: '.data' })) as typeof object).data.a).toBe(mark(JSON.stringify(settings)));
});

test('objects within an object keep what names them', async () => {
  const list = { apiVersion: 'v1', kind: 'List', metadata: {}, items: [{ ...settings, data: { a: 'settings' } }] };
  expect(await after(list, { pattern: 'settings|shop|v1|List' })).toEqual({
    ...list,
    items: [{ ...settings, data: { a: mark('settings') } }],
  });
});

test('a pattern that meets one long text and much JSON goes through them once', async () => {
  const json = JSON.stringify(Array.from({ length: 100_000 }, (_none, index) => `a${index % 7}`));
  const object = { kind: 'X', data: { json, text: 'a'.repeat(100_000) } };
  const text = JSON.stringify(await after(object, { pattern: '[0-6]|aaaa$' }));
  expect(text.match(/REDACTED/g)).toHaveLength(100_001);
});
