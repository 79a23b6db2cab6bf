import { expect, test } from 'vitest';
import { problem, ruleWith } from './testing/rules-file.ts';

test.each([
  // Targets and namespaces
  [ruleWith({ target: { apiGroup: 'group' } }), 'line 3: rule 1 (shop-secret): "target": "kind" is not there: the path, beside the name'],
  [
    ruleWith({ target: { apiGroup: 'g', apiVersion: 'v', kind: 'kind' } }),
    'line 3: rule 1 (shop-secret): "target": it has "apiVersion" and "apiGroup"',
  ],
  [ruleWith({ target: { inText: true } }), 'line 3: rule 1 (shop-secret): the target is "inText", and there is no "pattern"'],
  [
    ruleWith({ namespace: 'here' }),
    'line 3: rule 1 (shop-secret): "namespace": it has to be "source", "cluster" or a mapping with "path", not the string here.',
  ],
  [ruleWith({ namespace: 'cluster' }), 'line 3: rule 1 (shop-secret): "namespace": Secret lies in a namespace: "cluster" names none.'],
  [ruleWith({ from: 'Node' }), 'line 3: rule 1 (shop-secret): "namespace": Secret lies in a namespace, and Node does not.'],
  [ruleWith({ from: 'Node', namespace: { path: 'spec.namespace' } }), 'none'],
  // Paths
  [
    ruleWith({ path: '.spec.x' }),
    'line 3: rule 1 (shop-secret): "path": ".spec.x" is no path of a rule, at ".spec.x". It begins without a dot',
  ],
  [ruleWith({ path: '$.spec.x' }), 'line 3: rule 1 (shop-secret): "path": $.spec.x begins at the object as it is'],
  [
    ruleWith({ path: 'spec.x[*].y' }),
    'line 3: rule 1 (shop-secret): "path": "spec.x[*].y" is no path of a rule, at "[*].y". "[]" stands for each item',
  ],
  [ruleWith({ path: 'spec["a"]' }), 'line 3: rule 1 (shop-secret): "path": "spec["a"]" is no path of a rule'],
  [
    ruleWith({ path: 'spec.constructor' }),
    'line 3: rule 1 (shop-secret): "path": "spec.constructor" is no path of a rule: no object has the key',
  ],
  [ruleWith({ path: '[].x' }), 'line 3: rule 1 (shop-secret): "path": [].x begins with "[]"'],
  [ruleWith({ path: 'x'.repeat(1_001) }), 'line 3: rule 1 (shop-secret): "path": it has 1001 characters; the most is 1000.'],
  [ruleWith({ uid: 'a[].b' }), 'line 3: rule 1 (shop-secret): "uid": a[].b runs through a list'],
  [
    ruleWith({ when: [{ path: 'a', in: [true] }] }),
    'line 3: rule 1 (shop-secret): "when[0]": "in" has to be a list of texts, and the boolean true is in it: put it into quotes.',
  ],
  [
    ruleWith({ when: [{ path: 'a' }] }),
    'line 3: rule 1 (shop-secret): "when[0]": it needs one of in, notIn, without, absent, present, is, and has none.',
  ],
  [
    ruleWith({ when: [{ path: 'a', absent: true, in: ['x'] }] }),
    'line 3: rule 1 (shop-secret): "when[0]": it needs one of in, notIn, without, absent, present, is, and has several.',
  ],
  // Patterns
  [ruleWith({ pattern: '(a' }), 'line 3: rule 1 (shop-secret): '],
  [ruleWith({ pattern: '(?<name>a)(?<nam>b)' }), 'line 3: rule 1 (shop-secret): '],
  [ruleWith({ pattern: 'a'.repeat(1_001) }), 'line 3: rule 1 (shop-secret): "pattern" has 1001 characters; the most is 1000.'],
  // Fields of GraphQL
  [
    ruleWith({ forward: 'secret' }),
    'line 3: rule 1 (shop-secret): "forward": it has to be a mapping with name, one, kind, not the string secret.',
  ],
  [ruleWith({ forward: {} }), 'line 3: rule 1 (shop-secret): "forward": "name" is not there'],
  [ruleWith({ forward: { name: '__type' } }), 'line 3: rule 1 (shop-secret): "forward": "__type" is no name of a field'],
  [ruleWith({ forward: { name: 'a b' } }), 'line 3: rule 1 (shop-secret): "forward": "a b" is no name of a field'],
  [ruleWith({ from: '*', forward: { name: 'secrets' } }), 'line 3: rule 1 (shop-secret): kinds that nobody can list get no field'],
  [
    ruleWith({ reverse: { name: 'shops', workloads: 'x' } }),
    'line 3: rule 1 (shop-secret): "reverse": "workloads" lists the workload templates',
  ],
  [
    ruleWith({ reverse: { name: 'shops', on: ['Pod'] } }),
    'line 3: rule 1 (shop-secret): "reverse": "on" chooses among targets of several kinds',
  ],
  [
    ruleWith({ target: 'Image.external', reverse: { name: 'shops' } }),
    'line 3: rule 1 (shop-secret): "reverse": what is outside the API has no fields',
  ],
  [
    ruleWith({ target: { kind: 'kind', defaults: { group: '' } }, reverse: { name: 'shops' } }),
    'line 3: rule 1 (shop-secret): "reverse": the pointer may lead to any kind.',
  ],
  // Other rules
  [
    ruleWith({ relation: 'pod-secret' }),
    'line 3: rule 1 (pod-secret): there is a relation "pod-secret" already, one of Snapgraph\'s own (docs/relations.md).',
  ],
  [
    ruleWith({ from: 'Pod', path: 'spec.nodeName', target: 'Node' }),
    'line 3: rule 1 (shop-secret): there is a rule for the same pointers already, of the relation "pod-node".',
  ],
  [
    `${ruleWith({})}  - {relation: other, from: Shop.shop.example.com, path: spec.secret, target: Secret}`,
    'line 4: rule 2 (other): there is a rule for the same pointers already, of the relation "shop-secret".',
  ],
])('%#', (text, expected) => {
  expect(problem(text).slice(0, expected.length)).toBe(expected);
});

/** A list of ten lists, each of ten lists, and so on: ten thousand million texts, in a few lines. */
const BOMB = Array.from({ length: 10 }, (_, depth) => `- &b${depth + 1} [${`*b${depth}, `.repeat(10)}]`).join('\n        ');

const FIELDS =
  'relation from path pattern target namespace uid optional alwaysOptional when default keys weak forward reverse source'.split(' ');

test.each(FIELDS)('"%s": a list that has no end, or is too long to be written, is refused like any other', (field) => {
  const { [field]: _, ...rest } = JSON.parse(ruleWith({}).replace(/^rules:\s*- /, '')) as Record<string, string>;
  const start = `rules:\n  - ${JSON.stringify(rest).slice(0, -1)}, `;
  for (const value of ['&a [*a]', '&a {in: [*a], path: *a, name: *a, kind: *a, group: *a, groups: [*a]}', '[{path: x, in: [&a [*a]]}]'])
    expect(problem(`${start}${field}: ${value}}`)).toMatch(/^line 2: rule 1/);
  const bomb = `rules:\n  -\n    relation: x-y\n    from: Pod\n    path: x\n    target: Secret\n    uid:\n        - &b0 [x]\n        ${BOMB}\n`;
  const swapped = field === 'uid' ? bomb : bomb.replace(new RegExp(`    ${field}: .*\\n`), '').replace('    uid:', `    ${field}:`);
  expect(problem(swapped)).toMatch(/^line \d+: rule 1/);
});

test('what is quoted of a file is cut', () => {
  expect(problem(ruleWith({ from: 'x'.repeat(500_000) })).length).toBeLessThan(1_100);
  expect(problem(ruleWith({ relation: 'x '.repeat(250_000) })).length).toBeLessThan(1_100);
});
