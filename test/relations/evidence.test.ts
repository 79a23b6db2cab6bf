import { expect, test } from 'vitest';
import { demoObjects } from '../support/demo-objects.ts';
import { evidenceDocument } from './evidence.ts';

test('docs/relations-evidence.md is what the examples show', async () => {
  await expect(evidenceDocument(await demoObjects('demo'))).toMatchFileSnapshot('../../docs/relations-evidence.md');
});
