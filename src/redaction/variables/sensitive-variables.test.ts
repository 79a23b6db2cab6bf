import { expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { createMarker } from '../mark.ts';
import { LAST_APPLIED } from '../testing/manifests.ts';
import { captured, KEY, redacted } from '../testing/records.ts';
import { VARIABLE_KEYS } from './variable-keys.ts';

const marker = createMarker(KEY);
const mark = (text: string): string => marker.mark(Buffer.from(text));

const pod = (env: JsonValue): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { containers: [{ name: 'web', env }] },
});

test.each<[string, JsonValue, JsonValue]>([
  ['by name', [{ name: 'DB_PASSWORD', value: 'x' }], [{ name: 'DB_PASSWORD', value: mark('x') }]],
  ['by value', [{ name: 'DATABASE_URL', value: 'postgres://a:b@c/d' }], [{ name: 'DATABASE_URL', value: mark('postgres://a:b@c/d') }]],
  ['value first', [{ value: 'x', name: 'TOKEN' }], [{ value: mark('x'), name: 'TOKEN' }]],
  ['a number', [{ name: 'PIN_PASSWORD', value: 1234 }], [{ name: 'PIN_PASSWORD', value: mark('1234') }]],
  [
    'others around it',
    [{ name: 'A', value: '1' }, { name: 'apiKey', value: 'x' }, { name: 'B' }, 'TOKEN', null],
    [{ name: 'A', value: '1' }, { name: 'apiKey', value: mark('x') }, { name: 'B' }, 'TOKEN', null],
  ],
])('a value goes: %s', async (_what, env, expected) => {
  expect(JSON.parse(await redacted(captured(pod(env), 'pods')))).toEqual(pod(expected));
});

test.each<[string, JsonValue]>([
  ['a name that says nothing', [{ name: 'LOG_LEVEL', value: 'debug' }]],
  ['a reference to another variable', [{ name: 'PASSWORD', value: '$(DB_PASSWORD)' }]],
  ['a reference to a Secret', [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }]],
  ['an empty value', [{ name: 'PASSWORD', value: '' }]],
  ['no value', [{ name: 'PASSWORD' }]],
  [
    'values that are neither text nor number',
    [
      { name: 'PASSWORD', value: true },
      { name: 'TOKEN', value: null },
      { name: 'KEY', value: ['x'] },
    ],
  ],
  ['a name that is no text', [{ name: ['PASSWORD'], value: 'x' }]],
  ['neither a list nor a map', 'PASSWORD=x'],
  ['a value that was redacted before', [{ name: 'PASSWORD', value: mark('x') }]],
])('a value stays: %s', async (_what, env) => {
  expect(await redacted(captured(pod(env), 'pods'))).toBe(JSON.stringify(pod(env)));
});

test.each<[string, JsonValue, JsonValue]>([
  [
    'names and values',
    { DB_PASSWORD: 'x', MODE: 'fast', PORT: 80, PIN_TOKEN: 12 },
    { DB_PASSWORD: mark('x'), MODE: 'fast', PORT: 80, PIN_TOKEN: mark('12') },
  ],
  ['values by their form', { URL: 'postgres://a:b@c/d' }, { URL: mark('postgres://a:b@c/d') }],
  [
    'references, and what is neither text nor number',
    { TOKEN: { valueFrom: { secretKeyRef: { name: 'x', key: 'password' } } }, KEY: '$(OTHER)', PASSWORD: '', SALT: true, JWT: ['x'] },
    { TOKEN: { valueFrom: { secretKeyRef: { name: 'x', key: 'password' } } }, KEY: '$(OTHER)', PASSWORD: '', SALT: true, JWT: ['x'] },
  ],
  ['objects with a value', { TOKEN: { value: 'x' }, MODE: { value: 'y' } }, { TOKEN: { value: mark('x') }, MODE: { value: 'y' } }],
  [
    'maps that are kept apart; the fields of a reference are none',
    { open: { MODE: 'x' }, secret: { DB_PASSWORD: 'x', URL: 'a://b:c@d' }, DB_PASSWORD: { name: 'db', key: 'password' } },
    { open: { MODE: 'x' }, secret: { DB_PASSWORD: mark('x'), URL: mark('a://b:c@d') }, DB_PASSWORD: { name: 'db', key: 'password' } },
  ],
  [
    'texts in a list',
    ['MODE=fast', 'TOKEN=x=y', 'TOKEN=', 'TOKEN', '=x', 'U=a://b:c@d'],
    ['MODE=fast', mark('TOKEN=x=y'), 'TOKEN=', 'TOKEN', '=x', mark('U=a://b:c@d')],
  ],
  ['a list', [{ name: 'TOKEN', value: 'x' }], [{ name: 'TOKEN', value: mark('x') }]],
])('a map or a list, whatever its key is called: %s', async (_what, variables, expected) => {
  for (const key of VARIABLE_KEYS) {
    const release = (values: JsonValue): JsonObject => ({ apiVersion: 'x/v2', kind: 'HelmRelease', spec: { values: { [key]: values } } });
    expect(JSON.parse(await redacted(captured(release(variables), 'helmreleases')))).toEqual(release(expected));
    const copy = (values: JsonValue): JsonObject => ({
      kind: 'X',
      metadata: { annotations: { [LAST_APPLIED]: JSON.stringify({ [key]: values }) } },
    });
    expect(JSON.parse(await redacted(captured(copy(variables), 'xs')))).toEqual(copy(expected));
  }
});

test('a label called environment is none', async () => {
  const object = { kind: 'X', metadata: { labels: { environment: 'token=x' } }, spec: { environment: 'password=x' } };
  expect(await redacted(captured(object, 'xs'))).toBe(JSON.stringify(object));
});

test('the schemas of custom resources stay; lists in them are looked into', async () => {
  const schema = { env: { description: 'token: of the shop' }, environment: { properties: { TOKEN: { value: 'x' } } } };
  const cut = '{"env":{"token":"x"';
  const object = (env: JsonValue): JsonObject => ({
    kind: 'CustomResourceDefinition',
    metadata: { annotations: { [LAST_APPLIED]: JSON.stringify({ schema }), 'last-applied': cut } },
    spec: { schema, default: { env } },
  });
  const resource = { group: 'apiextensions.k8s.io', version: 'v1', resource: 'customresourcedefinitions' };
  const after = await redacted(captured(object([{ name: 'TOKEN', value: 'x' }]), 'definitions', { resource }));
  expect(JSON.parse(after)).toEqual(object([{ name: 'TOKEN', value: mark('x') }]));
});

const ENV = [{ name: 'PASSWORD', value: 'hunter2hunter2' }];
const template = {
  metadata: { labels: { app: 'web' } },
  spec: { initContainers: [{ env: ENV }], containers: [{ env: ENV }], ephemeralContainers: [{ env: ENV }] },
};

test.each<[string, JsonObject]>([
  ['a Deployment', { apiVersion: 'apps/v1', kind: 'Deployment', spec: { template } }],
  ['a CronJob', { apiVersion: 'batch/v1', kind: 'CronJob', spec: { jobTemplate: { spec: { template } } } }],
  ['a ControllerRevision', { apiVersion: 'apps/v1', kind: 'ControllerRevision', data: { spec: { template } } }],
  ['a custom resource', { apiVersion: 'example.com/v1', kind: 'Shop', spec: { web: { podTemplate: template }, env: ENV } }],
  ['a List', { apiVersion: 'v1', kind: 'List', items: [{ kind: 'Pod', spec: template.spec }] }],
  [
    'a copy',
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { annotations: { [LAST_APPLIED]: JSON.stringify({ spec: { template } }) } } },
  ],
  ['a copy within a variable', pod([{ metadata: { annotations: { [LAST_APPLIED]: JSON.stringify({ env: ENV }) } } }])],
  [
    'a copy in a copy in a copy',
    {
      kind: 'X',
      a: { 'last-applied': JSON.stringify({ 'last-applied': JSON.stringify({ 'last-applied': JSON.stringify({ env: ENV }) }) }) },
    },
  ],
  ['a variable within a variable', pod([{ name: 'A', value: '1', sidecar: { env: ENV } }])],
])('a value goes wherever it stands: %s', async (_where, object) => {
  const before = JSON.stringify(object);
  const after = await redacted(captured(object, 'pods'));
  expect(before.split('hunter2hunter2').length).toBeGreaterThan(1);
  expect(after.replaceAll(mark('hunter2hunter2'), 'hunter2hunter2')).toBe(before);
  expect(after).not.toContain('hunter2hunter2');
});

test('a copy stays JSON, and keeps how it was written', async () => {
  const copy =
    '{"apiVersion":"apps/v1","spec":{"env":[{"name":"TOKEN","value":"a\\u003cb"},{"name":"KEY","value":12.50},{"name":"N","value":"1e2"}],"n":1.0}}\n';
  const object = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { annotations: { [LAST_APPLIED]: copy } } };
  const after = JSON.parse(await redacted(captured(object, 'deployments'))) as typeof object;
  expect(after.metadata.annotations[LAST_APPLIED]).toBe(copy.replace('a\\u003cb', mark('a<b')).replace('12.50', `"${mark('12.50')}"`));
});

const ODDLY = '{"spec":{"\\u0065nv":[{"name":"PASSWORD","value":"hunter2"}';

test.each<[string, string, 'anywhere' | 'in a copy' | 'nowhere']>([
  ['compressed', 'H4sIAAAAAAAA/4xSwWrcQAz9laKzvdl1mmVr6CGE', 'in a copy'],
  ['a number', '42', 'in a copy'],
  ['a text in quotes', '"{\\"env\\":[]}"', 'in a copy'],
  ['cut, with an env in it', '{"spec":{"env":[{"name":"PASSWORD","value":"hunter2"}', 'anywhere'],
  ['cut, with a map in it', ' [ {"environment" : {"PASSWORD":"hunter2"}', 'anywhere'],
  ['cut, with a Secret in it', '{"kind":"Secret","data":{"a":"aGk=', 'anywhere'],
  ['one after the other', '{"kind":"Secret","data":{"a":"aGk="}}\n{"kind":"Secret"}', 'anywhere'],
  ['cut, and with words that are written oddly', ODDLY, 'in a copy'],
  ['too deep', `${'['.repeat(600)}{"env":[]}${']'.repeat(600)}`, 'anywhere'],
  ['a template', '{{ if .x }}{"kind":"Secret"}{{ end }}', 'in a copy'],
  ['settings', '[x]\na = {"kind":"Secret"}', 'in a copy'],
  ['cut, and without any such word', '{"spec":{"replicas":', 'nowhere'],
  ['cut before it says anything', '{"spec":{"env":', 'nowhere'],
  ['empty', '', 'nowhere'],
  ['a mark', mark('x'), 'nowhere'],
])('a string that cannot be looked into: %s', async (_what, copy, goes) => {
  const object = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { annotations: { [LAST_APPLIED]: copy, other: copy } } };
  const after = JSON.parse(await redacted(captured(object, 'deployments'))) as typeof object;
  expect(after.metadata.annotations).toEqual({
    [LAST_APPLIED]: goes === 'nowhere' ? copy : mark(copy),
    other: goes === 'anywhere' ? mark(copy) : copy,
  });
});

const CONTAINERS = JSON.stringify({ containers: [{ env: ENV }] });

test.each<[string, JsonObject]>([
  ['of Kopf', { metadata: { annotations: { 'kopf.zalando.org/last-handled-configuration': JSON.stringify({ spec: template.spec }) } } }],
  [
    'of OpenShift',
    { metadata: { annotations: { 'openshift.io/encoded-deployment-config': `${JSON.stringify({ spec: { template } })}\n` } } },
  ],
  ['of CloudNativePG', { metadata: { annotations: { 'cnpg.io/podSpec': CONTAINERS } } }],
  ['of Argo Workflows', pod([{ name: 'ARGO_TEMPLATE', value: JSON.stringify({ container: { env: ENV } }) }])],
  ['of a builder', pod([{ name: 'BUILD', value: JSON.stringify({ kind: 'Build', spec: { strategy: { env: ENV } } }) }])],
  ['in a ConfigMap, behind space', { data: { 'pod.json': `\n\t ${JSON.stringify({ env: ENV }, null, 2)}` } }],
  ['in a list', { args: ['--config', `[${CONTAINERS}]`] }],
  ['of a Secret', { data: { x: JSON.stringify({ kind: 'Secret', stringData: { a: 'hunter2hunter2' } }) } }],
])('JSON in a string is looked into, whatever its key: %s', async (_whose, fields) => {
  const object = { apiVersion: 'v1', kind: 'X', ...fields };
  const before = JSON.stringify(object);
  const after = await redacted(captured(object, 'xs'));
  expect(after).toContain(mark('hunter2hunter2'));
  expect(after.replaceAll(mark('hunter2hunter2'), 'hunter2hunter2')).toBe(before);
  expect(after).not.toContain('hunter2');
});

test('beyond the fourth copy in a copy, one with such words goes whole', async () => {
  const nested = (levels: number, inner: JsonValue): JsonValue =>
    levels === 0 ? inner : { 'last-applied': JSON.stringify(nested(levels - 1, inner)) };
  const harmless = JSON.stringify({ kind: 'X', a: nested(6, { replicas: 1 }) });
  expect(await redacted(captured(harmless, 'xs'))).toBe(harmless);
  const after = await redacted(captured({ kind: 'X', a: nested(6, { env: ENV }) }, 'xs'));
  expect(after).not.toContain('hunter2');
  expect(after.match(/REDACTED/g)).toHaveLength(1);
});

test('a name that comes twice counts twice, and both values go', async () => {
  const json =
    '{"kind":"Pod","env":[{"name":"A","name":"TOKEN","name":"B","value":"x","value":"y"}],"\\u0065nv":[{"n\\u0061me":"\\u0054OKEN","val\\u0075e":"z"}]}';
  expect(await redacted(captured(json, 'pods'))).toBe(
    json
      .replace('"x"', `"${mark('x')}"`)
      .replace('"y"', `"${mark('y')}"`)
      .replace('"z"', `"${mark('z')}"`),
  );
});

test('numbers, escapes, order and space of all else stay byte for byte', async () => {
  const json =
    '{ "kind" : "Pod",\n\t"big":12345678901234567890, "one":1.0,"e":1E+2,"text":"\\u003c\\ud83d\\/é","__proto__":{"x":1},"env": [ {"value" : "x" , "name":"KEY"} ] }';
  expect(await redacted(captured(json, 'pods'))).toBe(json.replace('"x" ,', `"${mark('x')}" ,`));
});

test('bytes that are no UTF-8 stay, and are what the mark is of', async () => {
  const bytes = Buffer.concat([
    Buffer.from('{"kind":"Pod","x":"'),
    Buffer.from([0xff]),
    Buffer.from('","env":[{"name":"KEY","value":"'),
    Buffer.from([0xfe, 0x80]),
    Buffer.from('"}]}'),
  ]);
  const after = await redacted({ ...captured('{}', 'pods'), raw: bytes });
  expect(after).toContain(`"value":"${marker.mark(Buffer.from([0xfe, 0x80]))}"`);
});

test('lists called env within each other are all looked through, as deep as objects may be and as many', async () => {
  const deep = `{"kind":"Pod","spec":${'{"env":[{"name":"A","value":"1","x":'.repeat(160)}{"env":[{"name":"KEY","value":"hunter2"}]}${'}]}'.repeat(160)}}`;
  expect(await redacted(captured(deep, 'pods'))).toBe(deep.replace('hunter2', mark('hunter2')));
  const wide = `{"kind":"Pod","env":[${'{"env":[{"name":"A","value":"1"}]},'.repeat(30_000)}{"env":[{"name":"KEY","value":"hunter2"}]}]}`;
  expect(await redacted(captured(wide, 'pods'))).toBe(wide.replace('hunter2', mark('hunter2')));
});
