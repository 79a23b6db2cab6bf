import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStoredRules } from './read-stored-rules.ts';
import { problem, RULE, read, ruleWith } from './testing/rules-file.ts';

test('all fields are read, and kinds in each form', () => {
  const text = `
rules:
  - relation: shop-parts
    from: [Shop.shop.example.com, {group: apps, kind: Deployment}, Ingress.extensions]
    path: spec.parts[].ref
    pattern: '(?<namespace>[^/]+)/(?<name>[^/]+)'
    target: {apiVersion: apiVersion, kind: kind, defaults: {group: shop.example.com, kind: Part}, kinds: [Part.shop.example.com, Secret]}
    namespace: {path: namespace, default: $.spec.namespace}
    uid: uid
    optional: optional
    when:
      - {path: kind, in: [Part, '']}
      - {path: name, notIn: [none]}
      - {path: name, without: ':'}
      - {without: '$'}
      - {path: cluster, is: false}
      - {path: $.spec.off, absent: true}
      - {path: $.spec.on, present: true}
    default: {name: default, unless: [other]}
    keys: [key, 'items[].key']
    weak: true
    forward: {name: parts, kind: Part.shop.example.com}
    reverse: {name: shops, on: [Part.shop.example.com]}
    source: our handbook
  - {relation: pod-owner-team, from: PodSpec, path: team, target: Group.external, reverse: , source: x}
  - {relation: any-team, from: '*', path: "metadata.annotations['example.com/team']", target: {inText: true, defaults: {group: shop.example.com}}, pattern: '(?<kind>\\w+)-(?<name>\\w+)'}
  - {relation: xr-secret, from: {groups: ['*.upbound.io', example.com]}, path: spec.ref, target: Secret, alwaysOptional: true}
`.replace('reverse: , ', '');
  expect(read(text)).toEqual([
    {
      relation: 'shop-parts',
      from: [
        { group: 'shop.example.com', kind: 'Shop' },
        { group: 'apps', kind: 'Deployment' },
        { group: 'networking.k8s.io', kind: 'Ingress' },
      ],
      path: 'spec.parts[].ref',
      pattern: '(?<namespace>[^/]+)/(?<name>[^/]+)',
      target: {
        apiVersion: 'apiVersion',
        kind: 'kind',
        defaults: { group: 'shop.example.com', kind: 'Part' },
        kinds: [
          { group: 'shop.example.com', kind: 'Part' },
          { group: '', kind: 'Secret' },
        ],
      },
      namespace: { path: 'namespace', default: '$.spec.namespace' },
      uid: 'uid',
      optional: 'optional',
      when: [
        { path: 'kind', in: ['Part', ''] },
        { path: 'name', notIn: ['none'] },
        { path: 'name', without: ':' },
        { without: '$' },
        { path: 'cluster', is: false },
        { path: '$.spec.off', absent: true },
        { path: '$.spec.on', present: true },
      ],
      default: { name: 'default', unless: ['other'] },
      keys: ['key', 'items[].key'],
      weak: true,
      forward: { name: 'parts', kind: { group: 'shop.example.com', kind: 'Part' } },
      reverse: { name: 'shops', on: [{ group: 'shop.example.com', kind: 'Part' }] },
      source: 'our handbook',
    },
    {
      relation: 'pod-owner-team',
      from: 'PodSpec',
      path: 'team',
      target: { group: 'external', kind: 'Group' },
      namespace: 'cluster',
      source: 'x',
    },
    {
      relation: 'any-team',
      from: '*',
      path: "metadata.annotations['example.com/team']",
      pattern: '(?<kind>\\w+)-(?<name>\\w+)',
      target: { inText: true, defaults: { group: 'shop.example.com' } },
      namespace: 'source',
      source: 'a rule of the user, docs/rules.md',
    },
    {
      relation: 'xr-secret',
      from: { groups: ['*.upbound.io', 'example.com'] },
      path: 'spec.ref',
      target: { group: '', kind: 'Secret' },
      namespace: 'source',
      alwaysOptional: true,
      source: 'a rule of the user, docs/rules.md',
    },
  ]);
  expect(readStoredRules(JSON.parse(JSON.stringify(read(text))))).toEqual(read(text));
});

test('what a kind lies in says where the pointer looks, where the rule does not', () => {
  const namespaceOf = (target: string): unknown => read(ruleWith({ target }))[0]?.namespace;
  expect(['Secret', 'Node', 'Part.shop.example.com', 'Image.external'].map(namespaceOf)).toEqual([
    'source',
    'cluster',
    'source',
    'cluster',
  ]);
});

test('a rule stands once in all files', () => {
  expect(() => read(ruleWith({ relation: 'another' }), read(ruleWith({})))).toThrow('there is a rule for the same pointers already');
  expect(read(ruleWith({ path: 'spec.other' }), read(ruleWith({})))).toHaveLength(1);
});

test('what is wrong behind an anchor is told on the line of the alias', () => {
  expect(problem('rules:\n  - &a {relation: a-b, from: Pod, path: x, target: Secret}\n  - *a')).toMatch(/^line 3: rule 2 \(a-b\)/);
});

test('the line of a field is that of its key, in blocks too, and whatever ends the lines', () => {
  const text =
    'rules:\r\n  - relation: a-b\r\n    from: Pod\r\n    path: x\r\n    target: Secret\r\n    when:\r\n      - path: a\r\n        on: x\r\n';
  expect(problem(text)).toMatch(/^line 8: rule 1 \(a-b\): "when\[0\]": there is no field "on"/);
});

test('whatever stands in the file, it is read, or refused by name', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.boolean(),
    fc.array(fc.string()),
    fc.dictionary(
      fc.constantFrom('group', 'kind', 'path', 'name', 'in', 'groups', 'defaults'),
      fc.oneof(fc.string(), fc.array(fc.string())),
    ),
  );
  const field = fc.constantFrom(...Object.keys(RULE), 'namespace', 'when', 'default', 'keys', 'forward', 'reverse', 'pattern', 'uid', 'x');
  const rule = fc.dictionary(field, value).map((fields) => ({ ...RULE, ...fields }));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(fc.oneof(value, rule)).map((rules) => JSON.stringify({ rules })),
      ),
      (text) => {
        expect(problem(text)).toMatch(/./);
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  [{}, 'Its relation rules are no list.'],
  [[1], 'Its relation rules cannot be read: rule 1: it has to be a mapping'],
  [
    [{ ...RULE, forward: { name: '__proto__' } }],
    'Its relation rules cannot be read: rule 1: "forward": "__proto__" is no name of a field',
  ],
])('rules in a snapshot file that somebody else wrote: %j', (rules, expected) => {
  expect(() => readStoredRules(rules)).toThrow(expected);
});
