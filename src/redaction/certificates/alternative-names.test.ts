import { expect, test } from 'vitest';
import { alternativeNames } from './alternative-names.ts';

test.each([
  [undefined, [], []],
  ['', [], []],
  ['DNS:a.example', ['a.example'], []],
  ['DNS:a.example, URI:https://x, DNS:b.example', ['a.example', 'b.example'], ['https://x']],
  ['URI:"a\\u002c DNS:b", DNS:c', ['c'], ['a, DNS:b']],
  ['URI:"not \\x json", DNS:c', ['c'], ['"not \\x json"']],
  ['othername:<unsupported>, Registered ID:1.2.3, DirName:"CN = x", DNS:c', ['c'], []],
  ['no names at all', [], []],
  ['DNS:a, nonsense, DNS:b', ['a'], []],
])('%j', (line, dnsNames, uris) => {
  expect(alternativeNames(line)).toMatchObject({ dnsNames, uris });
});

test('at most 1,000 names', () => {
  const line = Array.from({ length: 3_000 }, (_none, index) => `DNS:n${index}.example`).join(', ');
  expect(alternativeNames(line).dnsNames).toHaveLength(1_000);
});
