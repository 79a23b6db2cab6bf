import type { Example } from '../../../../test/support/relation-rules.ts';
import { bare } from '../bare.ts';

export const policyReportExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'wgpolicyk8s.io/v1alpha2',
      kind: 'PolicyReport',
      metadata: { name: 'report', namespace: 'shop' },
      scope: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web', uid: 'u-1' },
      results: [
        {
          policy: 'require-labels',
          source: 'kyverno',
          result: 'fail',
          resources: [
            { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web-1', uid: 'u-2' },
            { apiVersion: 'v1', kind: 'Namespace', name: 'shop' },
          ],
        },
        { policy: 'require-limits', source: 'kyverno', result: 'pass' },
      ],
    },
    pointers: [
      'policy-report-scope scope.name → Deployment.apps shop/web [weak] uid=u-1',
      'policy-report-result results[0].resources[0].name → Pod shop/web-1 [weak] uid=u-2',
      'policy-report-result results[0].resources[1].name → Namespace shop/shop [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'wgpolicyk8s.io/v1alpha2',
      kind: 'ClusterPolicyReport',
      metadata: { name: 'report' },
      scope: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web', uid: 'u-1' },
      results: [
        {
          policy: 'require-labels',
          source: 'kyverno',
          result: 'fail',
          resources: [
            { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web-1', uid: 'u-2' },
            { apiVersion: 'v1', kind: 'Namespace', name: 'shop' },
          ],
        },
        { policy: 'require-limits', source: 'kyverno', result: 'pass' },
      ],
    },
    pointers: [
      'policy-report-scope scope.name → Deployment.apps shop/web [weak] uid=u-1',
      'policy-report-result results[0].resources[0].name → Pod shop/web-1 [weak] uid=u-2',
      'policy-report-result results[0].resources[1].name → Namespace shop [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'openreports.io/v1alpha1',
      kind: 'Report',
      metadata: { name: 'report', namespace: 'shop' },
      scope: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web', uid: 'u-1' },
      results: [
        {
          policy: 'require-labels',
          source: 'kyverno',
          result: 'fail',
          resources: [
            { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web-1', uid: 'u-2' },
            { apiVersion: 'v1', kind: 'Namespace', name: 'shop' },
          ],
        },
        { policy: 'require-limits', source: 'kyverno', result: 'pass' },
      ],
    },
    pointers: [
      'policy-report-scope scope.name → Deployment.apps shop/web [weak] uid=u-1',
      'policy-report-result results[0].resources[0].name → Pod shop/web-1 [weak] uid=u-2',
      'policy-report-result results[0].resources[1].name → Namespace shop/shop [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'openreports.io/v1alpha1',
      kind: 'ClusterReport',
      metadata: { name: 'report' },
      scope: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web', uid: 'u-1' },
      results: [
        {
          policy: 'require-labels',
          source: 'kyverno',
          result: 'fail',
          resources: [
            { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web-1', uid: 'u-2' },
            { apiVersion: 'v1', kind: 'Namespace', name: 'shop' },
          ],
        },
        { policy: 'require-limits', source: 'kyverno', result: 'pass' },
      ],
    },
    pointers: [
      'policy-report-scope scope.name → Deployment.apps shop/web [weak] uid=u-1',
      'policy-report-result results[0].resources[0].name → Pod shop/web-1 [weak] uid=u-2',
      'policy-report-result results[0].resources[1].name → Namespace shop [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'constraints.gatekeeper.sh/v1beta1',
      kind: 'K8sRequiredLabels',
      metadata: { name: 'owners' },
      spec: { match: { namespaces: ['shop', 'team-*'] } },
      status: {
        violations: [
          {
            enforcementAction: 'deny',
            group: 'apps',
            version: 'v1',
            kind: 'Deployment',
            namespace: 'shop',
            name: 'web',
            message: 'no owner',
          },
          { enforcementAction: 'deny', group: '', version: 'v1', kind: 'Namespace', name: 'data', message: 'no owner' },
        ],
      },
    },
    pointers: [
      'policy-violation status.violations[0].name → Deployment.apps shop/web [weak]',
      'policy-violation status.violations[1].name → Namespace data [weak]',
      'constraint-namespace spec.match.namespaces[0] → Namespace shop [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'constraints.gatekeeper.sh/v1beta1',
      kind: 'K8sRequiredLabels',
      metadata: { name: 'nothing-found' },
      spec: {},
      status: { totalViolations: 0 },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'generated',
        namespace: 'shop',
        labels: { 'generate.kyverno.io/policy-name': 'defaults', 'generate.kyverno.io/policy-namespace': '' },
      },
    },
    pointers: ["kyverno-generated-by metadata.labels['generate.kyverno.io/policy-name'] → ClusterPolicy.kyverno.io defaults [weak]"],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'generated-by-a-policy',
        namespace: 'shop',
        labels: { 'generate.kyverno.io/policy-name': 'defaults', 'generate.kyverno.io/policy-namespace': 'platform' },
      },
    },
    pointers: ["kyverno-generated-by metadata.labels['generate.kyverno.io/policy-name'] → Policy.kyverno.io platform/defaults [weak]"],
  },
  {
    object: {
      apiVersion: 'kyverno.io/v1',
      kind: 'ClusterPolicy',
      metadata: { name: 'registries' },
      spec: {
        rules: [
          {
            name: 'a',
            context: [
              { name: 'allowed', configMap: { name: 'registries', namespace: 'platform' } },
              { name: 'of-the-request', configMap: { name: 'registries-{{request.namespace}}', namespace: 'platform' } },
            ],
            match: { any: [{ resources: { kinds: ['Pod'] } }] },
            validate: { message: false, pattern: { metadata: { labels: { app: '?*' } } } },
          },
        ],
      },
    },
    pointers: ['kyverno-context spec.rules[0].context[0].configMap.name → ConfigMap platform/registries'],
  },
  {
    object: {
      apiVersion: 'kyverno.io/v1',
      kind: 'Policy',
      metadata: { name: 'registries', namespace: 'shop' },
      spec: {
        rules: [
          {
            name: 'a',
            context: [
              { name: 'allowed', configMap: { name: 'registries' } },
              { name: 'of-the-request', configMap: { name: 'registries-{{request.name}}' } },
            ],
            match: { any: [{ resources: { kinds: ['Pod'] } }] },
            validate: { message: false, pattern: { metadata: { labels: { app: '?*' } } } },
          },
        ],
      },
    },
    pointers: ['kyverno-context spec.rules[0].context[0].configMap.name → ConfigMap shop/registries'],
  },
  bare('wgpolicyk8s.io/v1alpha2', 'PolicyReport', 'shop'),
  bare('wgpolicyk8s.io/v1alpha2', 'ClusterPolicyReport'),
  bare('openreports.io/v1alpha1', 'Report', 'shop'),
  bare('openreports.io/v1alpha1', 'ClusterReport'),
  bare('constraints.gatekeeper.sh/v1beta1', 'K8sRequiredLabels'),
  bare('v1', 'ConfigMap', 'shop'),
  bare('kyverno.io/v1', 'ClusterPolicy'),
  bare('kyverno.io/v1', 'Policy', 'shop'),
];
