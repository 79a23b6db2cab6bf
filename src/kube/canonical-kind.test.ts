import { expect, test } from 'vitest';
import { canonicalKind } from './canonical-kind.ts';

test.each([
  ['extensions', 'Ingress', 'networking.k8s.io', 'Ingress'],
  ['extensions', 'Deployment', 'apps', 'Deployment'],
  ['extensions', 'DaemonSet', 'apps', 'DaemonSet'],
  ['extensions', 'ReplicaSet', 'apps', 'ReplicaSet'],
  ['extensions', 'NetworkPolicy', 'networking.k8s.io', 'NetworkPolicy'],
  ['extensions', 'PodSecurityPolicy', 'policy', 'PodSecurityPolicy'],
  ['extensions', 'HorizontalPodAutoscaler', 'autoscaling', 'HorizontalPodAutoscaler'],
  ['extensions', 'Job', 'batch', 'Job'],
  ['extensions', 'ThirdPartyResource', 'extensions', 'ThirdPartyResource'],
  ['events.k8s.io', 'Event', '', 'Event'],
  ['apps', 'PetSet', 'apps', 'StatefulSet'],
  ['batch', 'ScheduledJob', 'batch', 'CronJob'],
  ['', 'Event', '', 'Event'],
  ['apps', 'Deployment', 'apps', 'Deployment'],
  ['config.openshift.io', 'Ingress', 'config.openshift.io', 'Ingress'],
  ['example.com', 'constructor', 'example.com', 'constructor'],
])('(%s, %s) lives at (%s, %s)', (group, kind, canonicalGroup, canonical) => {
  expect(canonicalKind(group, kind)).toEqual({ group: canonicalGroup, kind: canonical });
});
