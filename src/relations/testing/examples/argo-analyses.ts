/** Analyses of Argo Rollouts; those that a Rollout starts are beside it. */
import type { Example } from '../../../../test/support/example.ts';
import type { JsonObject } from '../../../records/record.ts';

const inCluster = { templateName: 'error-rate', clusterScope: true };
const inNamespace = { templateName: 'success-rate' };
const metrics = [{ name: 'success-rate', provider: { prometheus: { address: 'http://prometheus', query: 'up' } } }];
const datadog = (secretRef: JsonObject): JsonObject => ({
  name: 'errors',
  provider: { datadog: { query: 'avg:errors', apiVersion: 'v2', secretRef } },
});

export const argoAnalysisExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AnalysisTemplate',
      metadata: { name: 'success-rate', namespace: 'shop' },
      spec: {
        args: [
          { name: 'plain', value: 'x' },
          { name: 'later', valueFrom: { secretKeyRef: { name: '{{args.secret}}', key: 'value' } } },
          { name: 'token', valueFrom: { secretKeyRef: { name: 'token', key: 'value' } } },
        ],
        metrics: [
          ...metrics,
          datadog({ name: 'datadog', namespaced: true }),
          datadog({ name: 'beside-the-controller' }),
          datadog({ name: '{{args.secret}}', namespaced: true }),
        ],
        templates: [inNamespace, inCluster],
      },
    },
    pointers: [
      'analysis-template spec.templates[0].templateName → AnalysisTemplate.argoproj.io shop/success-rate',
      'analysis-template spec.templates[1].templateName → ClusterAnalysisTemplate.argoproj.io error-rate',
      'analysis-secret spec.args[2].valueFrom.secretKeyRef.name → Secret shop/token keys=value',
      'analysis-secret spec.metrics[1].provider.datadog.secretRef.name → Secret shop/datadog',
    ],
  },
  {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AnalysisRun',
      metadata: { name: 'web-1-step', namespace: 'shop' },
      spec: {
        args: [
          { name: 'token', valueFrom: { secretKeyRef: { name: 'token', key: 'value' } } },
          { name: 'later', valueFrom: { secretKeyRef: { name: '{{args.secret}}', key: 'value' } } },
        ],
        metrics: [datadog({ name: 'datadog', namespaced: true }), datadog({ name: 'beside-the-controller', namespaced: false })],
      },
    },
    pointers: [
      'analysis-secret spec.args[0].valueFrom.secretKeyRef.name → Secret shop/token keys=value',
      'analysis-secret spec.metrics[0].provider.datadog.secretRef.name → Secret shop/datadog',
    ],
  },
  {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ClusterAnalysisTemplate',
      metadata: { name: 'error-rate' },
      spec: {
        args: [{ name: 'token', valueFrom: { secretKeyRef: { name: 'token', key: 'value' } } }],
        metrics,
        templates: [inNamespace, inCluster],
      },
    },
    pointers: ['analysis-template spec.templates[1].templateName → ClusterAnalysisTemplate.argoproj.io error-rate'],
  },
];
