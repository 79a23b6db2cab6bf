import { expect, test } from 'vitest';
import { extractorInput } from '../../../test/support/demo-objects.ts';
import { checkCoded } from '../../../test/support/relation-rules.ts';
import { createExtractor } from '../extractor.ts';
import { namedResourceExamples } from '../testing/examples/named-resources.ts';
import { namedResourceRelations as all, NAMED_CUSTOM_OBJECT } from './named-resources.ts';

/** What the store finds is tested there. */
const namedResourceRelations = all.filter(({ relation }) => relation !== NAMED_CUSTOM_OBJECT);

checkCoded(namedResourceRelations, namedResourceExamples);

test('a role that names the product of long lists names some, and malformed ones none', () => {
  const extract = (rules: unknown) =>
    createExtractor({ rules: [], coded: namedResourceRelations }).extract(
      extractorInput({
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'Role',
        metadata: { name: 'x', namespace: 'shop' },
        rules: rules as [],
      }),
    ).references;
  const many = Array.from({ length: 8000 }, (_, index) => `name-${index}`);
  expect(extract([{ apiGroups: [''], resources: ['pods', 'secrets', 'services'], resourceNames: many }])).toHaveLength(10_000);
  expect(extract([{ apiGroups: [''], resources: ['pods'], resourceNames: [7, '', null, {}] }])).toEqual([]);
  expect(extract([{ apiGroups: [7], resources: ['pods'], resourceNames: ['a'] }, 'x', null])).toEqual([]);
  expect(extract({ apiGroups: [''] })).toEqual([]);
});
