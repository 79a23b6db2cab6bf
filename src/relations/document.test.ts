import { expect, test } from 'vitest';
import { relationsDocument } from './document.ts';
import { createExtractor } from './extractor.ts';

test('docs/relations.md is what the rules say', async () => {
  await expect(relationsDocument()).toMatchFileSnapshot('../../docs/relations.md');
});

test('every relation is documented', () => {
  const document = relationsDocument();
  const missing = createExtractor().relations.filter(({ relation }) => !document.includes(`| ${relation} |`));
  expect(missing).toEqual([]);
});
