import { expect, test } from 'vitest';
import { builtInResource } from './built-in-resources.ts';

test.each([
  ['', 'pods', 'Pod'],
  ['apps', 'deployments', 'Deployment'],
  ['extensions', 'deployments', 'Deployment'],
  ['events.k8s.io', 'events', 'Event'],
  ['rbac.authorization.k8s.io', 'clusterroles', 'ClusterRole'],
])('%s %s is a %s', (group, plural, kind) => {
  expect(builtInResource(group, plural)?.kind).toBe(kind);
});

test.each([
  ['', 'deployments'],
  ['example.com', 'shops'],
  ['', '*'],
  ['', 'constructor'],
])('%s %s is none', (group, plural) => {
  expect(builtInResource(group, plural)).toBeUndefined();
});
