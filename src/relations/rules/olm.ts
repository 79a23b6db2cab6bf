/** Operator Lifecycle Manager: from a Subscription to what its operator brought along. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, customResourceDefinition, deployment, namespaceKind, secret, serviceAccount } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const olm = (kind: string): KindKey => ({ group: 'operators.coreos.com', kind });
const subscription = olm('Subscription');
const installPlan = olm('InstallPlan');
const clusterServiceVersion = olm('ClusterServiceVersion');
const catalogSource = olm('CatalogSource');
const operatorGroup = olm('OperatorGroup');
const operator = olm('Operator');

/** A copy, made for each namespace that an operator watches, brings nothing along. */
const NO_COPY = [{ path: "$.metadata.labels['olm.copiedFrom']", absent: true }] as const;

export const olmRules: readonly RelationRule[] = [
  {
    relation: 'subscription-catalog-source',
    from: subscription,
    path: 'spec.source',
    target: catalogSource,
    namespace: { path: 'sourceNamespace' },
    forward: { name: 'catalogSource', one: true },
    reverse: { name: 'subscriptions' },
    source: 'operators.coreos.com/v1alpha1 SubscriptionSpec',
  },
  ...atPaths(['status.installPlanRef.name', 'status.installplan.name'], {
    relation: 'subscription-install-plan',
    from: subscription,
    target: installPlan,
    namespace: 'source',
    weak: true,
    forward: { name: 'installPlan', one: true },
    reverse: { name: 'subscriptions' },
    source: 'operators.coreos.com/v1alpha1 SubscriptionStatus: an InstallPlan lies in the namespace of its Subscription',
  }),
  ...['status.installedCSV', 'status.currentCSV'].map(
    (path): RelationRule => ({
      relation: 'subscription-cluster-service-version',
      from: subscription,
      path,
      target: clusterServiceVersion,
      namespace: 'source',
      // The current one may be on its way.
      ...(path === 'status.currentCSV' ? { weak: true } : {}),
      forward: { name: 'clusterServiceVersions' },
      reverse: { name: 'subscriptions' },
      source: 'operators.coreos.com/v1alpha1 SubscriptionStatus',
    }),
  ),
  {
    relation: 'install-plan-cluster-service-version',
    from: installPlan,
    path: 'spec.clusterServiceVersionNames[]',
    target: clusterServiceVersion,
    namespace: 'source',
    // Plans are history.
    weak: true,
    forward: { name: 'clusterServiceVersions' },
    reverse: { name: 'installPlans' },
    source: 'operators.coreos.com/v1alpha1 InstallPlanSpec',
  },
  {
    relation: 'install-plan-step',
    from: installPlan,
    path: 'status.plan[].resource.name',
    target: { apiGroup: 'group', kind: 'kind', defaults: { group: '' } },
    namespace: 'source',
    weak: true,
    forward: { name: 'planObjects' },
    source: 'operators.coreos.com/v1alpha1 StepResource',
  },
  {
    relation: 'cluster-service-version-operator-group',
    from: clusterServiceVersion,
    path: "metadata.annotations['olm.operatorGroup']",
    target: operatorGroup,
    // A copy lies in another namespace, and says which its own is.
    namespace: { path: "['olm.operatorNamespace']" },
    forward: { name: 'operatorGroup', one: true },
    reverse: { name: 'clusterServiceVersions' },
    source: 'operators.coreos.com/v1 OperatorGroupAnnotationKey, OperatorGroupNamespaceAnnotationKey',
  },
  {
    relation: 'cluster-service-version-replaces',
    from: clusterServiceVersion,
    path: 'spec.replaces',
    target: clusterServiceVersion,
    namespace: 'source',
    weak: true,
    forward: { name: 'replacedVersion', one: true },
    reverse: { name: 'replacingVersions' },
    source: 'operators.coreos.com/v1alpha1 ClusterServiceVersionSpec.replaces',
  },
  {
    relation: 'cluster-service-version-deployment',
    from: clusterServiceVersion,
    path: 'spec.install.spec.deployments[].name',
    target: deployment,
    namespace: 'source',
    when: NO_COPY,
    forward: { name: 'deployments' },
    reverse: { name: 'clusterServiceVersions' },
    source: 'operators.coreos.com/v1alpha1 StrategyDeploymentSpec',
  },
  ...atPaths(['spec.install.spec.permissions[].serviceAccountName', 'spec.install.spec.clusterPermissions[].serviceAccountName'], {
    relation: 'cluster-service-version-service-account',
    from: clusterServiceVersion,
    target: serviceAccount,
    namespace: 'source',
    when: NO_COPY,
    forward: { name: 'serviceAccounts' },
    reverse: { name: 'clusterServiceVersions' },
    source: 'operators.coreos.com/v1alpha1 StrategyDeploymentPermissions',
  }),
  ...atPaths(['spec.customresourcedefinitions.owned[].name', 'spec.customresourcedefinitions.required[].name'], {
    relation: 'cluster-service-version-definition',
    from: clusterServiceVersion,
    target: customResourceDefinition,
    namespace: 'cluster',
    forward: { name: 'customResourceDefinitions' },
    reverse: { name: 'clusterServiceVersions' },
    source: 'operators.coreos.com/v1alpha1 CRDDescription',
  }),
  {
    relation: 'catalog-source-secret',
    from: catalogSource,
    path: 'spec.secrets[]',
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse: { name: 'catalogSources' },
    source: 'operators.coreos.com/v1alpha1 CatalogSourceSpec.secrets',
  },
  {
    relation: 'catalog-source-config-map',
    from: catalogSource,
    path: 'spec.configMap',
    target: configMap,
    namespace: 'source',
    when: [{ path: 'sourceType', in: ['configmap', 'internal'] }],
    forward: { name: 'configMaps' },
    reverse: { name: 'catalogSources' },
    source: 'operators.coreos.com/v1alpha1 CatalogSourceSpec.configMap',
  },
  ...atPaths(['spec.targetNamespaces[]', 'status.namespaces[]'], {
    relation: 'operator-group-namespace',
    from: operatorGroup,
    target: namespaceKind,
    namespace: 'cluster',
    // An empty name stands for all of them, and is no pointer.
    forward: { name: 'targetNamespaces' },
    reverse: { name: 'operatorGroups' },
    source: 'operators.coreos.com/v1 OperatorGroup',
  }),
  {
    relation: 'operator-group-service-account',
    from: operatorGroup,
    path: 'spec.serviceAccountName',
    target: serviceAccount,
    namespace: 'source',
    forward: { name: 'serviceAccount', one: true },
    reverse: { name: 'operatorGroups' },
    source: 'operators.coreos.com/v1 OperatorGroupSpec.serviceAccountName',
  },
  {
    relation: 'operator-component',
    from: operator,
    path: 'status.components.refs[].name',
    target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
    namespace: { path: 'namespace' },
    weak: true,
    forward: { name: 'operatorComponents' },
    source: 'operators.coreos.com/v1 RichReference',
  },
  {
    relation: 'olm-owner',
    from: '*',
    path: "metadata.labels['olm.owner']",
    target: clusterServiceVersion,
    namespace: { path: "['olm.owner.namespace']" },
    when: [
      { path: "['olm.owner.kind']", in: ['ClusterServiceVersion'] },
      // Endpoints have the labels of their Service.
      { path: '$.kind', notIn: ['Endpoints', 'EndpointSlice'] },
    ],
    weak: true,
    source: 'operator-lifecycle-manager pkg/lib/ownerutil: OwnerKey, OwnerNamespaceKey, OwnerKind',
  },
];
