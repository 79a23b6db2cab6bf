/** docs/redaction.md against the code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { objectAt } from '../kube/safe.ts';
import type { JsonObject, SnapshotStart } from '../records/record.ts';
import { isCopyKey } from './copies.ts';
import { createMarker, isMark } from './mark.ts';
import { builtInRules } from './rules/built-in-rules.ts';
import { readRedactionRules } from './rules/read-redaction-rules.ts';
import { captured, KEY, opaque, redacted, redactedRecords } from './testing/records.ts';
import { isSensitiveName } from './variables/sensitive-name.ts';
import { VARIABLE_KEYS } from './variables/variable-keys.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/redaction.md'), 'utf8');
const marker = createMarker(KEY);
const mark = (text: string): string => marker.mark(Buffer.from(text));

/** What stands in backticks, from one text of the page to another. */
function codes(from: string, to: string): string[] {
  const part = page.slice(page.indexOf(from), page.indexOf(to, page.indexOf(from) + from.length));
  return [...part.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
}

const examples = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text ?? '');

test('the table has the built-in rules, in their order', () => {
  expect([...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name).slice(0, builtInRules.length)).toEqual(
    builtInRules.map(({ name }) => name),
  );
});

test('the mark on the page is one', () => {
  expect(isMark(/^REDACTED.*$/m.exec(page)?.[0] ?? '')).toBe(true);
});

test('the names on the page say secret, and those that are no word do not', () => {
  const words = codes('- Wherever they stand', 'The name decides');
  expect(words.length).toBeGreaterThan(15);
  expect(words.filter((word) => !isSensitiveName(word.toUpperCase()))).toEqual([]);
  const secret = ['API_KEY', 'apiKey', 'KEY2', 'STRIPEKEY', 'MAX_TOKENS', 'PASSWORD_FILE'];
  expect([...secret, 'MONKEY', 'bypass', 'KEYBOARD'].filter(isSensitiveName)).toEqual(secret);
});

test('the keys of variables on the page are some', () => {
  const keys = codes('variables in lists and maps called', 'or the like');
  expect(keys).toHaveLength(4);
  expect(keys.filter((key) => !VARIABLE_KEYS.some((known) => known === key))).toEqual([]);
});

test('the annotations on the page are known as copies', () => {
  const keys = codes('A **copy** under', 'An object that may hold').filter((code) => code.includes('/') || code === 'last-applied');
  expect(keys).toHaveLength(7);
  expect(keys.filter((key) => !isCopyKey(key))).toEqual([]);
});

test('what the manifest counts is on the page', async () => {
  const last = (await redactedRecords([opaque('a')])).at(-1) as SnapshotStart;
  const told = codes('the manifest counts', '## Keeping values');
  expect(Object.keys(objectAt(last.redaction, 'counts') ?? {}).filter((name) => !told.includes(name))).toEqual([]);
});

test('the fields of a rule are in the table', () => {
  let problem = '';
  try {
    readRedactionRules({ text: 'rules: [{zzzzzzzzzz: 1}]', file: 'x' });
  } catch (error) {
    problem = String(error);
  }
  const fields = /Fields are (.*)\.$/.exec(problem)?.[1]?.split(/, | and /) ?? [];
  expect(fields).toHaveLength(6);
  const rows = codes('| field | says |', 'A rule needs');
  expect(fields.filter((field) => !rows.includes(field))).toEqual([]);
});

test.each<[number, JsonObject, string[]]>([
  [0, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, data: { 'my-password-1': 'hunter2', host: 'db' } }, ['hunter2']],
  [
    1,
    {
      apiVersion: 'v1',
      kind: 'Pod',
      spec: { containers: [{ args: ['--user=a', '--password=hunter2'], command: ['x', '--password hunter3'] }] },
    },
    ['hunter2', 'hunter3'],
  ],
  [
    2,
    {
      apiVersion: 'archive.example.com/v1',
      kind: 'Backup',
      metadata: { name: 'x', namespace: 'data-1' },
      data: { 'db.password': 'hunter2', card: 'no 1234-5678-9012-3456.' },
    },
    ['hunter2', '1234-5678-9012-3456'],
  ],
])('example %i does what it says', async (index, object, going) => {
  const rules = readRedactionRules({ text: examples[index] ?? '', file: 'example.yaml' });
  const expected = going.reduce((json, value) => json.replace(value, mark(value)), JSON.stringify(object));
  expect(await redacted(captured(object, 'xs'), { rules })).toBe(expected);
});

test('there are no other examples', () => {
  expect(examples).toHaveLength(3);
});
