import { expect, test } from 'vitest';
import { crdModules } from '../../scripts/cluster/index.mjs';
import { allCodedRelations } from '../../src/relations/coded/all.ts';
import { allRules } from '../../src/relations/rules/all.ts';
import { exampleDomains } from '../../src/relations/testing/examples/all.ts';
import { demoObjects, extractorInput } from '../support/demo-objects.ts';
import { evidenceDocument } from './evidence.ts';

test('docs/relations-evidence.md is what the examples show', async () => {
  await expect(evidenceDocument(await demoObjects('demo'))).toMatchFileSnapshot('../../docs/relations-evidence.md');
});

test('every rule and every coded relation stands among the examples', () => {
  const covered = new Set(exampleDomains.flatMap(({ rules = [], coded = [] }) => [...rules, ...coded]));
  expect([...allRules, ...allCodedRelations].filter((rule) => !covered.has(rule)).map(({ relation }) => relation)).toEqual([]);
});

test('only modules of kinds that an example needs are fetched', () => {
  const needed = new Set(
    exampleDomains
      .flatMap(({ examples }) => examples.map(({ object }) => extractorInput(object).key))
      .flatMap(({ group, kind }) => [group, `${group}/${kind}`]),
  );
  expect(crdModules.filter(({ groups }) => !groups.some((group) => needed.has(group))).map(({ module }) => module)).toEqual([]);
});
