import type { Example } from '../../../../test/support/relation-rules.ts';

const labels = { app: 'web' };
const spec = { containers: [{ name: 'main', image: 'web:1' }] };
const pods = { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } };

export const workloadExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'postgres', namespace: 'data' },
      spec: { ...pods, serviceName: 'headless' },
    },
    pointers: ['stateful-set-service spec.serviceName → Service data/headless'],
  },
  {
    object: {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'without-service', namespace: 'data' },
      spec: { ...pods, serviceName: '' },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'nightly', namespace: 'shop' },
      spec: { schedule: '@daily', jobTemplate: { spec: { template: { spec: { ...spec, restartPolicy: 'Never' } } } } },
      status: { active: [{ apiVersion: 'batch/v1', kind: 'Job', namespace: 'shop', name: 'nightly-1', uid: 'u1' }, { name: 'bare' }] },
    },
    pointers: [
      'cron-job-active-job status.active[0].name → Job.batch shop/nightly-1 [weak] uid=u1',
      'cron-job-active-job status.active[1].name → Job.batch shop/bare [weak]',
    ],
  },
];
