import { expect, test } from 'vitest';
import { UsageError } from '../errors.ts';
import { compileTemplate } from './json-path-template.ts';

const list = {
  kind: 'List',
  items: [
    { metadata: { name: 'a', labels: { 'x.y/z': '1' } }, ready: true, ports: [80, 443] },
    { metadata: { name: 'b' }, ready: false, spec: { deep: [{ v: 1 }, { v: 2 }] } },
  ],
};

/** As kubectl prints them. */
test.each([
  ['{.kind}', 'List'],
  ['.kind', 'List'],
  ['{.items[*].metadata.name}', 'a b'],
  ['{.items[0].metadata.labels.x\\.y/z}', '1'],
  ['{.items[0].ports}', '[80,443]'],
  ['{.items[0].ports[*]}', '80 443'],
  ['{.items[0].ready}', 'true'],
  ['{.nope}', ''],
  ['{.items[?(@.ready==true)].metadata.name}', 'a'],
  ['names: {.items[*].metadata.name}{"\\n"}', 'names: a b\n'],
  ['{range .items[*]}{.metadata.name}{"\\t"}{.ready}{"\\n"}{end}', 'a\ttrue\nb\tfalse\n'],
  ['{range .items[*]}[{range .spec.deep[*]}{.v},{end}]{end}', '[][1,2,]'],
  ['{range .items[*]}{@.metadata.name};{end}', 'a;b;'],
  ["{'it''s'}", "it''s"],
  ['{"}"}', '}'],
  ['{$.kind}', 'List'],
])('%s', (template, expected) => {
  expect(compileTemplate(template)(list)).toBe(expected);
});

test.each(['{.a', '{range .a}x', '{end}', '{range .a}{end}{end}', '{"open}', `${'{range .a}'.repeat(30)}${'{end}'.repeat(30)}`])(
  '%s is refused',
  (template) => {
    expect(() => compileTemplate(template)).toThrow(UsageError);
  },
);
