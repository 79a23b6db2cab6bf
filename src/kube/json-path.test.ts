import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePath, PathError } from './json-path.ts';

const pod: unknown = JSON.parse(`{
  "apiVersion": "v1", "kind": "Pod",
  "metadata": {"name": "shop-1", "labels": {"app.kubernetes.io/name": "shop", "__proto__": "odd", "it's": "quoted", "a.b": "c"}},
  "spec": {"containers": [
    {"name": "main", "image": "shop:1", "ports": [{"containerPort": 80, "name": "http"}, {"containerPort": 443}]},
    {"name": "side", "image": "proxy:2", "env": [{"name": "A", "value": "1"}]},
    {"name": "last", "image": "shop:1"}]},
  "status": {"phase": "Running", "conditions": [
    {"type": "Ready", "status": "False", "reason": "Crash"}, {"type": "Initialized", "status": "True"}, {"type": "Odd", "status": null}],
    "restarts": 3, "none": null, "mixed": [1, "1", true, null, {"a": 1}]}
}`);

test.each([
  ['{.metadata.name}', 'shop-1'],
  ['{ .metadata.name }', 'shop-1'],
  ['$.metadata.name', 'shop-1'],
  ['@.metadata.name', 'shop-1'],
  ['.metadata.name', 'shop-1'],
  ['metadata.name', 'shop-1'],
  ['kind', 'Pod'],
  ["metadata['name']", 'shop-1'],
  ['metadata["name"]', 'shop-1'],
  ["metadata.labels['app.kubernetes.io/name']", 'shop'],
  ['metadata.labels.app\\.kubernetes\\.io/name', 'shop'],
  ["metadata.labels['it\\'s']", 'quoted'],
  ["['metadata']['labels']['a.b']", 'c'],
  ["['metadata.name']", 'shop-1'],
  ["metadata['labels.a\\.b']", 'c'],
  ['metadata.labels.__proto__', 'odd'],
  ['spec.containers[0].name', 'main'],
  ['spec.containers[-1].name', 'last'],
  ['spec.containers.[1].name', 'side'],
  ['spec.containers[ 1 ].name', 'side'],
  ['status.none', null],
  ['status.restarts', 3],
  ['.', pod],
  ['$', pod],
  ['{}', pod],
  ['', pod],
])('%s', (path, expected) => {
  const compiled = compilePath(path);
  expect(compiled.definite).toBe(true);
  expect(compiled.evaluate(pod)).toEqual(expected);
});

test.each([
  'metadata.missing',
  'metadata.name.length',
  'spec.containers.length',
  'spec.containers[3]',
  'spec.containers[-4]',
  'constructor',
  '__proto__',
  'metadata[0]',
  "['metadata\\.name']",
  "['metadata.name.length']",
  "['metadata.constructor']",
  'status.none.x',
])('%s is not there', (path) => {
  expect(compilePath(path).evaluate(pod)).toBeUndefined();
});

test.each([
  ['spec.containers[*].name', ['main', 'side', 'last']],
  ['spec.containers.*.name', ['main', 'side', 'last']],
  ['spec.containers[0:2].name', ['main', 'side']],
  ['spec.containers[1:].name', ['side', 'last']],
  ['spec.containers[:-1].name', ['main', 'side']],
  ['spec.containers[::2].name', ['main', 'last']],
  ['spec.containers[-2:].name', ['side', 'last']],
  ['spec.containers[5:].name', []],
  ['spec.containers[0,2].name', ['main', 'last']],
  ["spec.containers[0]['name','image']", ['main', 'shop:1']],
  ["['metadata.name', 'status.phase']", ['shop-1', 'Running']],
  ["status['phase', 'nope', \"restarts\"]", ['Running', 3]],
  ['spec.containers[*].ports[*].containerPort', [80, 443]],
  ['..containerPort', [80, 443]],
  ['{..name}', ['shop-1', 'main', 'http', 'side', 'A', 'last']],
  ['spec..ports[0].name', ['http']],
  ["metadata..['a.b']", ['c']],
  ['status.conditions[?(@.type=="Ready")].status', ['False']],
  ["{.status.conditions[?(@.type=='Ready')].status}", ['False']],
  ['status.conditions[?(@.status!="True")].type', ['Ready', 'Odd']],
  ['status.conditions[?(@.reason)].type', ['Ready']],
  ['status.conditions[?(@.reason!="x")].type', ['Ready']],
  ['status.conditions[?(@.status==null)].type', ['Odd']],
  ['status.conditions[?(@.type=="Ready" && @.status=="True")].type', []],
  ['status.conditions[?(@.type=="Ready" || @.status=="True")].type', ['Ready', 'Initialized']],
  ['status.conditions[?(@.type=="Odd"||@.type=="Ready"&&@.status=="True")].type', ['Odd']],
  ['status.conditions[?((@.type=="Odd"||@.type=="Ready")&&@.status=="False")].type', ['Ready']],
  ['spec.containers[?(@.ports[0].containerPort >= 80)].name', ['main']],
  ['spec.containers[?(@.ports[*].containerPort > 80)].name', ['main']],
  ['spec.containers[?(@.ports[?(@.name=="http")])].name', ['main']],
  ['spec.containers[?(@.image==$.spec.containers[0].image)].name', ['main', 'last']],
  ['spec.containers[?(.name=="side")].image', ['proxy:2']],
  ['spec.containers[?("side"==@.name)].image', ['proxy:2']],
  ['status.mixed[?(@==1)]', [1]],
  ['status.mixed[?(@=="1")]', ['1']],
  ['status.mixed[?(@==true)]', [true]],
  ['status.mixed[?(@<2)]', [1]],
  ['status.mixed[?(@<="1")]', ['1']],
  ['status.mixed[?(@!=1)]', ['1', true, null, { a: 1 }]],
  ['status.mixed[?(@.a==1.0)]', [{ a: 1 }]],
  ['metadata.labels[*]', ['shop', 'odd', 'quoted', 'c']],
  ['metadata.missing[*]', []],
  ['metadata.name[*]', []],
])('%s', (path, expected) => {
  const compiled = compilePath(path);
  expect(compiled.definite).toBe(false);
  expect(compiled.evaluate(pod)).toEqual(expected);
});

test.each([
  ['a.', 2],
  ['a..', 3],
  ['.a.[', 4],
  ['a[', 2],
  ['a[]', 2],
  ['a[0', 3],
  ['a[name]', 2],
  ["a['b", 2],
  ["a['b'", 5],
  ['a[1.5]', 3],
  ['a[99999999999999999999]', 2],
  ['a[0:2:0]', 5],
  ['a b', 2],
  ['a=b', 1],
  ['{.a', 3],
  ['{.a} {.b}', 5],
  ['{.a}x', 4],
  ['text {.a}', 5],
  ['{range .items[*]}{.a}{end}', 1],
  ['{end}', 1],
  ['a[?(@.b=~"x")]', 7],
  ['a[?(@.b==)]', 9],
  ['a[?(@.b = 1)]', 8],
  ['a[?(1)]', 5],
  ['a[?()]', 4],
  ['a[?(@.b]', 7],
  ['a[?@.b]', 3],
  ['a[?(@.b==name)]', 9],
  ['a\\', 1],
  ['$a', 1],
  ["a'b'", 1],
  ['()', 0],
  ['x'.repeat(5000), 4096],
])('%.30s cannot be read', (path, position) => {
  expect(() => compilePath(path)).toThrow(PathError);
  expect(() => compilePath(path)).toThrow(expect.objectContaining({ position }));
});

test('an error shows the path, what was found and what was expected', () => {
  expect(() => compilePath('a[name]')).toThrow(
    'Invalid path "a[name]": found "name]" at 2, expected a quoted key, an index, a slice, * or ?(…).',
  );
});

test('deep nesting is refused in the path and harmless in the value', () => {
  expect(() => compilePath(`a${'[?(@.a'.repeat(500)}`)).toThrow(PathError);
  expect(() => compilePath(`a[?(${'('.repeat(500)}`)).toThrow(PathError);
  expect(() => compilePath('.a'.repeat(500))).toThrow(PathError);
  let deep: unknown = 'bottom';
  for (let level = 0; level < 100_000; level++) deep = { a: deep };
  expect((compilePath('..a').evaluate(deep) as unknown[]).length).toBe(100_000);
});

test('a path that finds too much ends in an error', () => {
  const wide = Array.from({ length: 1000 }, () => Array.from({ length: 100 }, (_, index) => index));
  expect(() => compilePath('..[*]..[*]..[*]..[*]..[*]').evaluate(Array(12).fill(Array(12).fill(wide)))).toThrow(PathError);
  expect(() => compilePath('[*][?($..[*])]').evaluate(wide)).toThrow(/more than 1000000 values/);
});

test('evaluating neither changes the value nor the path', () => {
  const compiled = compilePath('..name');
  const before = JSON.stringify(pod);
  expect(compiled.evaluate(pod)).toEqual(compiled.evaluate(pod));
  expect(JSON.stringify(pod)).toBe(before);
});

test('every key can be quoted, and is found as it is', () => {
  const name = fc.string({ minLength: 1 });
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), fc.constantFrom("'", '"'), fc.jsonValue(), (names, quote, leaf) => {
      const value = names.reduceRight<unknown>((child, key) => Object.fromEntries([[key, child]]), leaf);
      const path = names.map((key) => `[${quote}${key.replace(/[\\'"]/g, '\\$&')}${quote}]`).join('');
      expect(compilePath(path).evaluate(value)).toEqual(leaf);
    }),
  );
});

test('whatever the text, it is read or refused with a place in it', () => {
  const unit = fc.constantFrom(
    'a',
    '.',
    '..',
    '[',
    ']',
    '*',
    '?(',
    ')',
    '@',
    '$',
    "'",
    '"',
    '0',
    '-',
    ':',
    ',',
    '==',
    '&&',
    '{',
    '}',
    '\\',
    ' ',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 14 }), (text) => {
      try {
        compilePath(text).evaluate(pod);
      } catch (error) {
        expect(error).toBeInstanceOf(PathError);
        const { position } = error as PathError;
        expect(position >= 0 && position <= text.length).toBe(true);
      }
    }),
    { numRuns: 5000 },
  );
});
