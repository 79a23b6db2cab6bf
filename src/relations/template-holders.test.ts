import { expect, test } from 'vitest';
import { extractorInput } from '../../test/support/demo-objects.ts';
import { show } from '../../test/support/relation-rules.ts';
import { kindName } from '../kube/kind.ts';
import { compileRules } from './compile.ts';
import { createExtractor } from './extractor.ts';
import { workloadKinds } from './kinds.ts';
import { allRules } from './rules/all.ts';
import { podRules } from './rules/pods.ts';
import { templateHolders } from './template-holders.ts';
import { templateHolderExamples } from './testing/examples/template-holders.ts';

const extractor = createExtractor({ rules: podRules, coded: [] });

test.each(templateHolderExamples)('$object.kind.$object.apiVersion $object.metadata.name', ({ object, pointers }) => {
  expect(extractor.extract(extractorInput(object)).references.map(show).sort()).toEqual([...pointers].sort());
});

test('a path stands there once', () => {
  const rows = templateHolders.map(({ kind, path }) => `${kindName(kind)} ${path}`);
  expect(new Set(rows).size).toBe(rows.length);
});

test('the built-in workloads are as they were', () => {
  expect(workloadKinds.map(kindName)).toEqual([
    'Deployment.apps',
    'ReplicaSet.apps',
    'StatefulSet.apps',
    'DaemonSet.apps',
    'ReplicationController',
    'Job.batch',
    'CronJob.batch',
  ]);
});

test('what a kind is walked along is made when its first object comes, and kept', () => {
  const { trieOf } = compileRules(allRules);
  const rollout = { group: 'argoproj.io', kind: 'Rollout' };
  expect(trieOf(rollout)).toBe(trieOf({ ...rollout }));
  expect(trieOf(rollout)).not.toBe(trieOf({ group: 'apps', kind: 'Deployment' }));
});
