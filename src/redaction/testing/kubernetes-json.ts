/** Values with much in them that rules are about, and much that only looks like it. */
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../records/record.ts';

const MARK = `REDACTED bytes=4 hmac-sha256=${'0a'.repeat(32)}`;
const PASSWORD = 'hunter2hunter2';

const words = fc.constantFrom(
  ...['Secret', 'SecretList', 'List', 'Pod', 'ConfigMap', 'ExternalSecret', 'v1', 'apps/v1', 'example.com/v1', 'shop', 'cart'],
  ...['DB_PASSWORD', 'LOG_LEVEL', 'apiKey', 'MONKEY', 'KEY', 'PGPASSWORD', 'database url', '$(REF)', '$(A)$(B)', 'true', '8080', ''],
  ...[
    'postgres://a:b@c/d',
    'https://example.com:8080/x',
    'Server=db;Password=x',
    'TOKEN=x',
    PASSWORD,
    `x ${PASSWORD} y`,
    Buffer.from(PASSWORD).toString('base64'),
    `${PASSWORD.slice(0, 7)}\n  ${PASSWORD.slice(7)}`,
    Buffer.from('pässwörd pässwörd').toString('base64'),
    'p\\u00e4ssw\\u00f6rd p\\u00e4ssw\\u00f6rd',
  ],
  ...[
    'aGk=',
    'aGk',
    'not base64!',
    MARK,
    'H4sIAAAA',
    '{"kind":"Sec',
    '{"env":[',
    '{"kind":"Secret"',
    '"env',
    'a<b&c>d',
    'env',
    'last-applied',
    'pässwörd',
    '😀',
  ],
);
const keys = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ...['kind', 'apiVersion', 'metadata', 'annotations', 'data', 'stringData', 'env', 'name', 'namespace', 'value', 'items', 'spec'],
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'kubectl.kubernetes.io/last-applied-configuration',
      'objectset.rio.cattle.io/applied',
      'f:last-applied',
      'last-applied',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom('password', 'tls.crt', 'x', '__proto__', 'constructor', 'toString', '') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
);

const record = (model: Record<string, fc.Arbitrary<JsonValue>>): fc.Arbitrary<JsonValue> =>
  fc.record(model, { requiredKeys: [] }).map((fields) => fields as JsonObject);

const { value } = fc.letrec<{ value: JsonValue; any: JsonValue; text: string; object: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    tie('text'),
    fc.integer({ min: -99, max: 99_999 }),
    fc.constantFrom(true, false, null),
    tie('object'),
    tie('object'),
    fc.array(tie('value'), { maxLength: 3 }),
    variables(tie('value')),
    release(tie('value')),
    secret(tie('value')),
  ),
  any: tie('value'),
  text: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    tie('value').map((inner) => JSON.stringify(inner)),
  ),
  object: fc.array(fc.tuple(keys, tie('value')), { maxLength: 5 }).map((members): JsonObject => Object.fromEntries(members)),
}));

function variables(any: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> {
  const item = fc.oneof({ weight: 4, arbitrary: record({ name: words, value: words }) }, { weight: 1, arbitrary: any });
  const names = fc.constantFrom('DB_PASSWORD', 'TOKEN', 'DATABASE', 'secret', 'value', 'MODE');
  const map = fc.dictionary(names, fc.oneof(words, any, fc.dictionary(names, words, { maxKeys: 2 })), { maxKeys: 3 });
  const variable = fc.oneof({ weight: 3, arbitrary: fc.array(item, { maxLength: 3 }) }, { weight: 1, arbitrary: map });
  return record({ env: variable, environment: variable, name: words });
}

function release(any: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> {
  return record({
    kind: fc.constantFrom('ConfigMap', 'Secret'),
    metadata: record({
      name: fc.constantFrom('sh.helm.release.v1.shop.v1', 'shop.v1'),
      labels: fc.dictionary(fc.constantFrom('owner', 'OWNER'), fc.constantFrom('helm', 'TILLER', 'shop'), { maxKeys: 2 }),
    }),
    data: record({ release: fc.oneof(words, any), x: words }),
  });
}

function secret(any: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> {
  const data = fc.oneof(
    { weight: 4, arbitrary: fc.dictionary(fc.constantFrom('password', 'tls.crt', '__proto__', 'env'), words, { maxKeys: 3 }) },
    { weight: 1, arbitrary: any },
  );
  const annotation = fc.oneof(
    words,
    any.map((inner) => JSON.stringify(inner)),
  );
  const annotations = fc.dictionary(fc.constantFrom('kubectl.kubernetes.io/last-applied-configuration', 'note', 'x/y'), annotation, {
    maxKeys: 2,
  });
  return record({
    apiVersion: fc.constantFrom<JsonValue>('v1', 'v1', 'v1', 'example.com/v1', 3),
    kind: fc.constant('Secret'),
    metadata: record({
      name: words,
      namespace: words,
      annotations: fc.oneof({ weight: 5, arbitrary: annotations }, { weight: 1, arbitrary: words }),
    }),
    data,
    stringData: data,
  });
}

const kubernetesJson: fc.Arbitrary<JsonValue> = value;

/** An object, as a source hands on. */
export const kubernetesObject: fc.Arbitrary<JsonObject> = fc
  .tuple(kubernetesJson, fc.constantFrom('Pod', 'ConfigMap', 'Secret', 'Deployment'))
  .map(([inner, kind]) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? { kind, ...inner } : { kind, spec: inner },
  );

/** For writeJson. */
export const noise: fc.Arbitrary<number[]> = fc.array(fc.nat({ max: 41 }), { maxLength: 60 });
