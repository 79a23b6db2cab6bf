import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../records/record.ts';
import { whereClause } from './where.ts';

const object: JsonObject = {
  metadata: { name: 'cart', labels: { app: 'cart', 'a.b/c': 'x' }, creationTimestamp: '2026-01-02T03:04:05Z' },
  spec: { replicas: 3, paused: false, cpu: '500m', version: 'v1.29.3', empty: null, containers: [{ image: 'a:1' }, { image: 'b:2' }] },
};

const rows: readonly [description: string, where: Record<string, unknown>, holds: boolean][] = [
  ['equal text', { path: 'metadata.name', value: 'cart' }, true],
  ['unequal text', { path: 'metadata.name', value: 'Cart' }, false],
  ['a number is no text', { path: 'spec.replicas', value: '3' }, false],
  ['a number as text', { path: 'spec.replicas', value: '3', compareAs: 'STRING' }, true],
  ['a text as number', { path: 'spec.replicas', value: '3.0', compareAs: 'NUMBER' }, true],
  ['a boolean', { path: 'spec.paused', value: false }, true],
  ['EQ null: not there', { path: 'spec.nothing', value: null }, true],
  ['EQ null: null', { path: 'spec.empty', value: null }, true],
  ['NE holds where nothing is', { path: 'spec.nothing', operator: 'NE', value: 1 }, true],
  ['NE of several needs all to differ', { path: 'spec.containers[*].image', operator: 'NE', value: 'a:1' }, false],
  ['EQ of several needs one', { path: 'spec.containers[*].image', operator: 'EQ', value: 'b:2' }, true],
  ['IN', { path: 'metadata.name', operator: 'IN', value: ['a', 'cart'] }, true],
  ['IN, compared', { path: 'spec.cpu', operator: 'IN', value: ['1', '0.5'], compareAs: 'QUANTITY' }, true],
  ['NOT_IN', { path: 'metadata.name', operator: 'NOT_IN', value: ['cart'] }, false],
  ['NOT_IN holds where nothing is', { path: 'x.y', operator: 'NOT_IN', value: ['cart'] }, true],
  ['EXISTS', { path: "metadata.labels['a.b/c']", operator: 'EXISTS' }, true],
  ['EXISTS is not null', { path: 'spec.empty', operator: 'EXISTS' }, false],
  ['NOT_EXISTS of a list without entries', { path: 'spec.volumes[*]', operator: 'NOT_EXISTS' }, true],
  ['LT', { path: 'spec.replicas', operator: 'LT', value: 4 }, true],
  ['LE', { path: 'spec.replicas', operator: 'LE', value: 3 }, true],
  ['GT', { path: 'spec.replicas', operator: 'GT', value: 3 }, false],
  ['GE of a text against a number', { path: 'metadata.name', operator: 'GE', value: 3 }, false],
  ['LT of what is not there', { path: 'spec.nothing', operator: 'LT', value: 3 }, false],
  ['quantities', { path: 'spec.cpu', operator: 'GT', value: '0.4', compareAs: 'QUANTITY' }, true],
  ['equal quantities', { path: 'spec.cpu', value: '0.5', compareAs: 'QUANTITY' }, true],
  [
    'times across zones',
    { path: 'metadata.creationTimestamp', operator: 'LT', value: '2026-01-02T04:04:06+01:00', compareAs: 'TIME' },
    true,
  ],
  ['versions by number', { path: 'spec.version', operator: 'GT', value: '1.9', compareAs: 'VERSION' }, true],
  ['a candidate comes before its release', { path: 'spec.version', operator: 'GT', value: 'v1.29.3-rc.10', compareAs: 'VERSION' }, true],
  ['MATCHES anywhere', { path: 'spec.containers[*].image', operator: 'MATCHES', value: '^b:[0-9]$' }, true],
  ['MATCHES is case sensitive', { path: 'metadata.name', operator: 'MATCHES', value: 'CART' }, false],
  ['CONTAINS a part of a text', { path: 'metadata.name', operator: 'CONTAINS', value: 'ar' }, true],
  ['CONTAINS a key', { path: 'metadata.labels', operator: 'CONTAINS', value: 'app' }, true],
  ['CONTAINS an entry', { path: 'spec.containers', operator: 'CONTAINS', value: { image: 'a:1' } }, true],
  ['EQ an object, whatever the order of its keys', { path: 'metadata.labels', value: { 'a.b/c': 'x', app: 'cart' } }, true],
  ['EQ no part of an object', { path: 'metadata.labels', value: { app: 'cart' } }, false],
  [
    'IN objects, whatever the order of their keys',
    { path: 'metadata.labels', operator: 'IN', value: [{ 'a.b/c': 'x', app: 'cart' }] },
    true,
  ],
  ['CONTAINS no inherited key', { path: 'metadata.labels', operator: 'CONTAINS', value: 'toString' }, false],
  [
    'all',
    {
      all: [
        { path: 'spec.replicas', value: 3 },
        { path: 'spec.paused', value: true },
      ],
    },
    false,
  ],
  [
    'any',
    {
      any: [
        { path: 'spec.replicas', value: 4 },
        { path: 'spec.paused', value: false },
      ],
    },
    true,
  ],
  ['none of any', { any: [] }, false],
  ['not', { not: { path: 'spec.replicas', value: 4 } }, true],
  ['together', { path: 'spec.replicas', value: 3, not: { path: 'spec.paused', value: false } }, false],
];

test.each(rows)('%s', (_description, where, holds) => {
  expect(whereClause({ operator: 'EQ', ...where }).matches(object)).toBe(holds);
});

describe('refuses, naming the argument', () => {
  const deep = (levels: number): Record<string, unknown> => (levels === 0 ? { path: 'a', value: 1 } : { not: deep(levels - 1) });
  test.each([
    ['nothing', {}, /Is empty/],
    ['a value without a path', { value: 3 }, /needs a path/],
    ['a bad path', { path: 'a[', value: 3 }, /a\[/],
    ['a text where a list must be', { path: 'a', operator: 'IN', value: 'x' }, /need a list/],
    ['an object to compare with', { path: 'a', operator: 'LT', value: {} }, /a text or a number/],
    ['what is no quantity', { path: 'a', value: 'many', compareAs: 'QUANTITY' }, /"many" cannot be compared as QUANTITY/],
    ['what is no time', { path: 'a', value: 'now', compareAs: 'TIME' }, /compared as TIME/],
    ['what is no version', { path: 'a', value: 'latest', compareAs: 'VERSION' }, /compared as VERSION/],
    ['a pattern that is none', { path: 'a', operator: 'MATCHES', value: '(' }, /not valid RE2/],
    ['what RE2 has not', { path: 'a', operator: 'MATCHES', value: '(?=a)' }, /not valid RE2/],
    ['too long a pattern', { path: 'a', operator: 'MATCHES', value: 'a'.repeat(1001) }, /the most is 1000/],
    ['too deep conditions', deep(25), /nested more than 20/],
  ])('%s', (_what, where, message) => {
    const error = thrown(() => whereClause({ operator: 'EQ', ...where }));
    expect(error).toBeInstanceOf(GraphQLError);
    expect(error.message).toMatch(message);
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'where' });
  });
});

function thrown(action: () => unknown): GraphQLError {
  try {
    action();
  } catch (error) {
    return error as GraphQLError;
  }
  throw new Error('Nothing was thrown.');
}
