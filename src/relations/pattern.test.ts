import { describe, expect, test } from 'vitest';
import { extractorInput } from '../../test/support/demo-objects.ts';
import { show } from '../../test/support/relation-rules.ts';
import type { JsonValue } from '../records/record.ts';
import { createExtractor } from './extractor.ts';
import { pod, secret } from './kinds.ts';
import type { RelationRule } from './rule.ts';

const widget = { group: 'example.org', kind: 'Widget' };

function pointers(rule: Partial<RelationRule>, at: JsonValue, namespace = 'shop'): readonly string[] {
  const whole: RelationRule = { relation: 'x', from: widget, path: 'spec.at', target: secret, namespace: 'source', source: '', ...rule };
  const object = { apiVersion: 'example.org/v1', kind: 'Widget', metadata: { name: 'w', namespace }, spec: { at } };
  return createExtractor({ rules: [whole], coded: [] })
    .extract(extractorInput(object))
    .references.map((reference) => show(reference).replace('x spec.at → ', ''));
}

describe('a pattern reads the text of a pointer', () => {
  const pattern = '(?:(?<namespace>[^/]+)/)?(?<name>[^/]+)';
  const kinds = '(?<namespace>[^_]*)_(?<name>[^_]+)_(?<group>[^_]*)_(?<kind>[^_]+)';
  const inText = { inText: true, defaults: { group: '' } } as const;

  test('a namespace in it, or that of the rule', () => {
    expect(pointers({ pattern }, 'vault/token')).toEqual(['Secret vault/token']);
    expect(pointers({ pattern }, 'token')).toEqual(['Secret shop/token']);
    expect(pointers({ pattern, namespace: { path: 'ns' } }, 'token')).toEqual(['Secret shop/token']);
    expect(pointers({ pattern, namespace: 'cluster', target: { group: 'example.org', kind: 'Zone' } }, 'z')).toEqual([
      'Zone.example.org z',
    ]);
  });

  test('no namespace at all is no pointer to what is namespaced', () => {
    expect(pointers({ pattern, namespace: 'cluster' }, 'token')).toEqual([]);
  });

  test('what does not match as a whole is no pointer', () => {
    expect(pointers({ pattern }, 'a/b/c')).toEqual([]);
    expect(pointers({ pattern: 'pod:(?<name>.*)' }, 'pod:')).toEqual([]);
    expect(pointers({ pattern: '(?<name>[a-z]+)' }, 'abc1')).toEqual([]);
  });

  test('a kind in it, in its canonical form', () => {
    expect(pointers({ pattern: kinds, target: inText, namespace: 'cluster' }, 'shop_web_apps_Deployment')).toEqual([
      'Deployment.apps shop/web',
    ]);
    expect(pointers({ pattern: kinds, target: inText, namespace: 'cluster' }, 'shop_web_extensions_Deployment')).toEqual([
      'Deployment.apps shop/web',
    ]);
    expect(pointers({ pattern: kinds, target: inText, namespace: 'cluster' }, '_blue__Namespace')).toEqual(['Namespace blue']);
  });

  test('only the kinds that it may name; defaults where it says none', () => {
    const target = {
      inText: true,
      defaults: { group: 'apps', kind: 'Deployment' },
      kinds: [pod, { group: 'apps', kind: 'Deployment' }],
    } as const;
    const optional = '(?:(?:(?<group>[^/]*)/)?(?<kind>[^:]+):)?(?<name>[^:]+)';
    expect(pointers({ pattern: optional, target }, 'web')).toEqual(['Deployment.apps shop/web']);
    expect(pointers({ pattern: optional, target }, 'Deployment:web')).toEqual(['Deployment.apps shop/web']);
    expect(pointers({ pattern: optional, target }, '/Pod:web')).toEqual(['Pod shop/web']);
    expect(pointers({ pattern: optional, target }, 'Secret:web')).toEqual([]);
  });

  test('of more texts than are remembered', () => {
    const rule: RelationRule = { relation: 'x', from: widget, path: 'spec.at[]', pattern, target: secret, namespace: 'source', source: '' };
    const at = Array.from({ length: 5000 }, (_, index) => `n/${index % 2500}`);
    const object = { apiVersion: 'example.org/v1', kind: 'Widget', metadata: { name: 'w', namespace: 'shop' }, spec: { at } };
    const { references } = createExtractor({ rules: [rule], coded: [] }).extract(extractorInput(object));
    expect(references.map(({ namespace, name }) => `${namespace}/${name}`)).toEqual(at);
  });

  test.each<[string, string]>([
    ['(?<name>[', 'missing closing ]'],
    ['(?<name>a)(?=b)', 'invalid'],
    ['[a-z]+', 'its pattern has no group (?<name>…)'],
    ['(?<name>a)(?<cluster>b)', 'its pattern names the group "cluster"; there are name, namespace, group, kind'],
  ])('%s is refused by the name of its rule', (refused, reason) => {
    expect(() => pointers({ pattern: refused }, 'a')).toThrow('The rule of the relation "x" at "spec.at" cannot be used');
    expect(() => pointers({ pattern: refused }, 'a')).toThrow(reason);
  });

  test('a kind in the text needs a pattern that reads it', () => {
    expect(() => pointers({ target: inText }, 'a')).toThrow('its target is said in the text, and no group (?<kind>…)');
    expect(() => pointers({ target: inText, pattern }, 'a')).toThrow('its target is said in the text');
  });
});

describe('where a rule starts from', () => {
  const rule = (from: RelationRule['from']): RelationRule => {
    return { relation: 'x', from, path: 'spec.at', target: secret, namespace: 'source', source: '' };
  };
  const found = (from: RelationRule['from'], group: string, kind = 'Widget') => {
    const object = { apiVersion: `${group}/v1`, kind, metadata: { name: 'w', namespace: 'shop' }, spec: { at: 's' } };
    const extractor = createExtractor({
      rules: [rule(from), { ...rule({ group: 'known.example.org', kind: 'Widget' }), path: 'other' }],
      coded: [],
    });
    return extractor.extract(extractorInput(object)).references.length;
  };

  test('several kinds', () => {
    const from = [widget, { group: 'example.org', kind: 'Gadget' }];
    expect(['Widget', 'Gadget', 'Thing'].map((kind) => found(from, 'example.org', kind))).toEqual([1, 1, 0]);
  });

  test('every kind of a group, of those that other rules start from, too', () => {
    expect(['example.org', 'a.example.org', 'known.example.org'].map((group) => found({ groups: ['example.org'] }, group))).toEqual([
      1, 0, 0,
    ]);
    const below = ['example.org', 'a.example.org', 'known.example.org', 'badexample.org', 'x.com'];
    expect(below.map((group) => found({ groups: ['x.com', '*.example.org'] }, group))).toEqual([0, 1, 1, 0, 1]);
  });

  test('of more groups than are kept', () => {
    const extractor = createExtractor({ rules: [rule({ groups: ['*.example.org'] })], coded: [] });
    const object = (group: string) => ({
      apiVersion: `${group}/v1`,
      kind: 'A',
      metadata: { name: 'w', namespace: 'n' },
      spec: { at: 's' },
    });
    const counts = Array.from(
      { length: 2500 },
      (_, at) => extractor.extract(extractorInput(object(`g${at}.example.org`))).references.length,
    );
    expect(new Set(counts)).toEqual(new Set([1]));
  });
});

describe('conditions', () => {
  const when = (condition: NonNullable<RelationRule['when']>[number], at: JsonValue) =>
    pointers({ path: 'spec.at.name', when: [condition] }, at).length;

  test('present, and none of some values', () => {
    expect(when({ path: 'type', present: true }, { name: 'a', type: '' })).toBe(1);
    expect(when({ path: 'type', present: true }, { name: 'a', type: null })).toBe(0);
    expect(when({ path: 'type', present: true }, { name: 'a' })).toBe(0);
    expect(when({ path: 'type', notIn: ['b', ''] }, { name: 'a', type: 'c' })).toBe(1);
    expect(when({ path: 'type', notIn: ['b', ''] }, { name: 'a', type: 'b' })).toBe(0);
    expect(when({ path: 'type', notIn: ['b', ''] }, { name: 'a' })).toBe(0);
    expect(when({ path: 'type', notIn: ['b'] }, { name: 'a' })).toBe(1);
  });
});
