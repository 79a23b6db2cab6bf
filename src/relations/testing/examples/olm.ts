import type { Example } from '../../../../test/support/relation-rules.ts';
import { bare } from '../bare.ts';

export const olmExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'operators.coreos.com/v1alpha1',
      kind: 'Subscription',
      metadata: { name: 'kafka', namespace: 'operators' },
      spec: { name: 'strimzi-kafka-operator', source: 'community', sourceNamespace: 'olm', channel: 'stable' },
      status: {
        installPlanRef: { kind: 'InstallPlan', namespace: 'operators', name: 'install-abc' },
        installplan: { apiVersion: 'operators.coreos.com/v1alpha1', kind: 'InstallPlan', name: 'install-abc', uuid: 'u' },
        installedCSV: 'strimzi.v1',
        currentCSV: 'strimzi.v2',
        lastUpdated: '2026-01-01T00:00:00Z',
      },
    },
    pointers: [
      'subscription-catalog-source spec.source → CatalogSource.operators.coreos.com olm/community',
      'subscription-install-plan status.installPlanRef.name → InstallPlan.operators.coreos.com operators/install-abc [weak]',
      'subscription-install-plan status.installplan.name → InstallPlan.operators.coreos.com operators/install-abc [weak]',
      'subscription-cluster-service-version status.installedCSV → ClusterServiceVersion.operators.coreos.com operators/strimzi.v1',
      'subscription-cluster-service-version status.currentCSV → ClusterServiceVersion.operators.coreos.com operators/strimzi.v2 [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'operators.coreos.com/v1alpha1',
      kind: 'InstallPlan',
      metadata: { name: 'install-abc', namespace: 'operators' },
      spec: { approval: 'Automatic', approved: true, clusterServiceVersionNames: ['strimzi.v2'] },
      status: {
        phase: 'Complete',
        catalogSources: [],
        plan: [
          {
            resolving: 'strimzi.v2',
            status: 'Created',
            resource: {
              group: 'apiextensions.k8s.io',
              version: 'v1',
              kind: 'CustomResourceDefinition',
              name: 'kafkas.kafka.strimzi.io',
              sourceName: 'community',
              sourceNamespace: 'olm',
            },
          },
          {
            resolving: 'strimzi.v2',
            status: 'Created',
            resource: {
              group: '',
              version: 'v1',
              kind: 'ServiceAccount',
              name: 'strimzi',
              sourceName: 'community',
              sourceNamespace: 'olm',
            },
          },
        ],
      },
    },
    pointers: [
      'install-plan-cluster-service-version spec.clusterServiceVersionNames[0] → ClusterServiceVersion.operators.coreos.com operators/strimzi.v2 [weak]',
      'install-plan-step status.plan[0].resource.name → CustomResourceDefinition.apiextensions.k8s.io operators/kafkas.kafka.strimzi.io [weak]',
      'install-plan-step status.plan[1].resource.name → ServiceAccount operators/strimzi [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'operators.coreos.com/v1alpha1',
      kind: 'ClusterServiceVersion',
      metadata: {
        name: 'strimzi.v2',
        namespace: 'operators',
        annotations: { 'olm.operatorGroup': 'global', 'olm.operatorNamespace': 'operators' },
      },
      spec: {
        displayName: 'Strimzi',
        replaces: 'strimzi.v1',
        install: {
          strategy: 'deployment',
          spec: {
            deployments: [
              {
                name: 'strimzi-operator',
                spec: {
                  selector: { matchLabels: { app: 'strimzi' } },
                  template: {
                    metadata: { labels: { app: 'strimzi' } },
                    spec: { containers: [{ name: 'operator', image: 'registry.example.org/strimzi:2' }] },
                  },
                },
              },
            ],
            permissions: [{ serviceAccountName: 'strimzi', rules: [] }],
            clusterPermissions: [{ serviceAccountName: 'strimzi', rules: [] }],
          },
        },
        customresourcedefinitions: {
          owned: [{ name: 'kafkas.kafka.strimzi.io', version: 'v1beta2', kind: 'Kafka' }],
          required: [{ name: 'servicemonitors.monitoring.coreos.com', version: 'v1', kind: 'ServiceMonitor' }],
        },
      },
    },
    pointers: [
      "cluster-service-version-operator-group metadata.annotations['olm.operatorGroup'] → OperatorGroup.operators.coreos.com operators/global",
      'cluster-service-version-replaces spec.replaces → ClusterServiceVersion.operators.coreos.com operators/strimzi.v1 [weak]',
      'cluster-service-version-deployment spec.install.spec.deployments[0].name → Deployment.apps operators/strimzi-operator',
      'cluster-service-version-service-account spec.install.spec.permissions[0].serviceAccountName → ServiceAccount operators/strimzi',
      'cluster-service-version-service-account spec.install.spec.clusterPermissions[0].serviceAccountName → ServiceAccount operators/strimzi',
      'cluster-service-version-definition spec.customresourcedefinitions.owned[0].name → CustomResourceDefinition.apiextensions.k8s.io kafkas.kafka.strimzi.io',
      'cluster-service-version-definition spec.customresourcedefinitions.required[0].name → CustomResourceDefinition.apiextensions.k8s.io servicemonitors.monitoring.coreos.com',
    ],
  },
  {
    object: {
      apiVersion: 'operators.coreos.com/v1alpha1',
      kind: 'ClusterServiceVersion',
      metadata: {
        name: 'strimzi.v2',
        namespace: 'shop',
        labels: { 'olm.copiedFrom': 'operators' },
        annotations: { 'olm.operatorGroup': 'global', 'olm.operatorNamespace': 'operators' },
      },
      spec: {
        displayName: 'Strimzi',
        install: {
          strategy: 'deployment',
          spec: {
            deployments: [
              {
                name: 'strimzi-operator',
                spec: {
                  selector: { matchLabels: { app: 'strimzi' } },
                  template: {
                    metadata: { labels: { app: 'strimzi' } },
                    spec: { containers: [{ name: 'operator', image: 'registry.example.org/strimzi:2' }] },
                  },
                },
              },
            ],
            permissions: [{ serviceAccountName: 'strimzi', rules: [] }],
            clusterPermissions: [{ serviceAccountName: 'strimzi', rules: [] }],
          },
        },
      },
    },
    pointers: [
      "cluster-service-version-operator-group metadata.annotations['olm.operatorGroup'] → OperatorGroup.operators.coreos.com operators/global",
    ],
  },
  {
    object: {
      apiVersion: 'operators.coreos.com/v1alpha1',
      kind: 'CatalogSource',
      metadata: { name: 'community', namespace: 'olm' },
      spec: { sourceType: 'grpc', image: 'registry.example.org/catalog:1', secrets: ['pull'], configMap: 'ignored' },
    },
    pointers: ['catalog-source-secret spec.secrets[0] → Secret olm/pull'],
  },
  {
    object: {
      apiVersion: 'operators.coreos.com/v1alpha1',
      kind: 'CatalogSource',
      metadata: { name: 'of-a-config-map', namespace: 'olm' },
      spec: { sourceType: 'configmap', configMap: 'catalog' },
    },
    pointers: ['catalog-source-config-map spec.configMap → ConfigMap olm/catalog'],
  },
  {
    object: {
      apiVersion: 'operators.coreos.com/v1',
      kind: 'OperatorGroup',
      metadata: { name: 'group', namespace: 'operators' },
      spec: { targetNamespaces: ['shop'], serviceAccountName: 'installer' },
      status: { namespaces: ['shop'], lastUpdated: '2026-01-01T00:00:00Z' },
    },
    pointers: [
      'operator-group-namespace spec.targetNamespaces[0] → Namespace shop',
      'operator-group-service-account spec.serviceAccountName → ServiceAccount operators/installer',
      'operator-group-namespace status.namespaces[0] → Namespace shop',
    ],
  },
  {
    object: {
      apiVersion: 'operators.coreos.com/v1',
      kind: 'OperatorGroup',
      metadata: { name: 'of-all-namespaces', namespace: 'operators' },
      spec: {},
      status: { namespaces: [''], lastUpdated: '2026-01-01T00:00:00Z' },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'operators.coreos.com/v1',
      kind: 'Operator',
      metadata: { name: 'strimzi.operators' },
      spec: {},
      status: {
        components: {
          labelSelector: {},
          refs: [
            { apiVersion: 'operators.coreos.com/v1alpha1', kind: 'Subscription', name: 'kafka', namespace: 'operators' },
            { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', name: 'strimzi' },
          ],
        },
      },
    },
    pointers: [
      'operator-component status.components.refs[0].name → Subscription.operators.coreos.com operators/kafka [weak]',
      'operator-component status.components.refs[1].name → ClusterRole.rbac.authorization.k8s.io strimzi [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: {
        name: 'strimzi',
        labels: { 'olm.owner': 'strimzi.v2', 'olm.owner.namespace': 'operators', 'olm.owner.kind': 'ClusterServiceVersion' },
      },
      rules: [],
    },
    pointers: ["olm-owner metadata.labels['olm.owner'] → ClusterServiceVersion.operators.coreos.com operators/strimzi.v2 [weak]"],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'of-an-operator-group',
        namespace: 'operators',
        labels: { 'olm.owner': 'group', 'olm.owner.namespace': 'operators', 'olm.owner.kind': 'OperatorGroup' },
      },
    },
    pointers: [],
  },
  bare('operators.coreos.com/v1alpha1', 'Subscription', 'operators'),
  bare('operators.coreos.com/v1alpha1', 'InstallPlan', 'operators'),
  bare('operators.coreos.com/v1alpha1', 'ClusterServiceVersion', 'operators'),
  bare('operators.coreos.com/v1alpha1', 'CatalogSource', 'olm'),
  bare('operators.coreos.com/v1', 'OperatorGroup', 'operators'),
  bare('operators.coreos.com/v1', 'Operator'),
  bare('rbac.authorization.k8s.io/v1', 'ClusterRole'),
  bare('v1', 'ConfigMap', 'operators'),
];
