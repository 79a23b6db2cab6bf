import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createExtractor } from '../../relations/extractor.ts';
import { finalizerRule, finalizerRules } from './catalogue/all.ts';
import { finalizerTable } from './document.ts';

test.each([
  ['kubernetes', '', 'Namespace', 'kubernetes'],
  ['external-attacher/ebs-csi-aws-com', '', 'PersistentVolume', 'external-attacher/*'],
  ['external-attacher/ebs-csi-aws-com', 'storage.k8s.io', 'VolumeAttachment', 'external-attacher/*'],
  ['resources-finalizer.argocd.argoproj.io', 'argoproj.io', 'Application', 'resources-finalizer.argocd.argoproj.io*'],
  ['resources-finalizer.argocd.argoproj.io/background', 'argoproj.io', 'Application', 'resources-finalizer.argocd.argoproj.io*'],
  ['wrangler.cattle.io/anything', 'example.com', 'Any', 'wrangler.cattle.io/*'],
  ['kubernetes.io/pvc-protection', 'example.com', 'Lookalike', undefined],
  ['kubernetes', 'example.com', 'Namespace', undefined],
  ['unheard.example.com/of', '', 'Pod', undefined],
])('%s on %s %s', (finalizer, group, kind, expected) => {
  expect(finalizerRule(finalizer, { group, kind })?.finalizer).toBe(expected);
});

test('each is told apart from all others', () => {
  const keys = finalizerRules.flatMap(({ finalizer, on = ['*'] }) => on.map((kind) => `${finalizer} ${kind}`));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('what the catalogue follows are relations of the rules', () => {
  const known = new Set(createExtractor().relations.map(({ relation }) => relation));
  const followed = finalizerRules.flatMap(({ waits }) => waits?.relations ?? []);
  expect(followed.length).toBeGreaterThan(5);
  expect([...new Set(followed)].filter((relation) => !known.has(relation))).toEqual([]);
});

test('docs/deletion.md lists every finalizer as the catalogue has it', async () => {
  expect(await readFile(new URL('../../../docs/deletion.md', import.meta.url), 'utf8')).toContain(finalizerTable());
});
