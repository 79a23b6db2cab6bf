import { expect, test } from 'vitest';
import { logSections } from './log-sections.ts';

const sections = (text: string): unknown[] =>
  logSections({ text, path: 'a/p/logs.txt', namespace: 'a', pod: 'p' }).map(({ container, part, chunk, outcome, message }) => [
    container,
    part,
    Buffer.from(chunk).toString(),
    outcome,
    message,
  ]);
const start = (name: string): string => `==== START logs for container ${name} of pod a/p ====\n`;
const end = (name: string): string => `==== END logs for container ${name} of pod a/p ====\n`;

test('each container, one whose log could not be read, and an empty one', () => {
  const text = `${start('one')}hello\nworld\n${end('one')}${start('two')}Request log error: container "two" in pod "p" is waiting to start: PodInitializing\n${end('two')}${start('three')}${end('three')}`;
  expect(sections(text)).toEqual([
    ['one', 1, 'hello\nworld\n', undefined, undefined],
    ['two', 0, '', 'not_started', 'container "two" in pod "p" is waiting to start: PodInitializing'],
    ['three', 1, '', undefined, undefined],
  ]);
});

test('marks that a program wrote, an end that does not come, and no marks at all', () => {
  expect(sections(`${start('one')}${start('two')}${end('two')}last`)).toEqual([
    ['one', 1, `${start('two')}${end('two')}last\n`, undefined, undefined],
  ]);
  expect(sections('no marks\n')).toEqual([]);
  expect(sections('')).toEqual([]);
});
