import { expect, test } from 'vitest';
import { anchorOf, blocksOf, linksOf, sectionsOf } from './markdown.ts';

const text = [
  '# Top',
  '[a](b.md#c)',
  '```sh not-run',
  '# no heading [x](y)',
  '```',
  '## Deep `one`',
  'words',
  '  ```graphql',
  '  { a }',
  '  ```',
  '# Next',
].join('\n');

test('blocks with language, marks and line', () => {
  expect(blocksOf(text)).toEqual([
    { language: 'sh', marks: ['not-run'], text: '# no heading [x](y)', line: 4 },
    { language: 'graphql', marks: [], text: '{ a }', line: 9 },
  ]);
  expect(() => blocksOf('a\n```sh\nb')).toThrow('The block that begins in line 2 is not closed.');
});

test('sections hold their deeper ones; headings and links inside blocks are none', () => {
  expect(sectionsOf(text).map(({ title }) => title)).toEqual(['Top', 'Deep `one`', 'Next']);
  expect(sectionsOf(text)[0]?.text).toContain('{ a }');
  expect(sectionsOf(text)[2]?.text).toBe('');
  expect(linksOf(text)).toEqual(['b.md#c']);
  expect(anchorOf('Deep `one`, two')).toBe('deep-one-two');
});
