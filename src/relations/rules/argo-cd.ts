/**
 * Argo CD: what an Application manages, and where. Objects of another cluster are not in this snapshot: only Applications whose
 * destination is the cluster that Argo CD itself runs in name theirs. The label `app.kubernetes.io/instance` alone says nothing
 * about Argo CD, and an annotation without the Application's namespace does not say where that lies.
 */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, namespaceKind, secret } from '../kinds.ts';
import type { RelationRule, RuleCondition } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const argo = (kind: string): KindKey => ({ group: 'argoproj.io', kind });
const application = argo('Application');
const applicationSet = argo('ApplicationSet');
const appProject = argo('AppProject');

/** The two ways to name the cluster that Argo CD runs in. */
const IN_CLUSTER: readonly RuleCondition[] = [
  { path: '$.spec.destination.server', in: ['https://kubernetes.default.svc'] },
  { path: '$.spec.destination.name', in: ['in-cluster'] },
];

/** Copies of their owner's annotations, or of their Service's. */
const COPIES = ['ReplicaSet', 'ControllerRevision', 'Endpoints', 'EndpointSlice'];

const GENERATOR_SECRETS = [
  'scmProvider.github.tokenRef',
  'scmProvider.gitlab.tokenRef',
  'scmProvider.gitea.tokenRef',
  'scmProvider.bitbucket.appPasswordRef',
  'scmProvider.bitbucketServer.basicAuth.passwordRef',
  'scmProvider.azureDevOps.accessTokenRef',
  'pullRequest.github.tokenRef',
  'pullRequest.gitlab.tokenRef',
  'pullRequest.gitea.tokenRef',
  'pullRequest.bitbucketServer.basicAuth.passwordRef',
  'pullRequest.azuredevops.tokenRef',
].map((ref) => `spec.generators[].${ref}.secretName`);

export const argoCdRules: readonly RelationRule[] = [
  ...IN_CLUSTER.flatMap((inCluster): RelationRule[] => [
    {
      relation: 'argo-application-resource',
      from: application,
      path: 'status.resources[].name',
      target: { apiGroup: 'group', kind: 'kind', defaults: { group: '' } },
      namespace: { path: 'namespace' },
      when: [inCluster],
      // What should be there, as of the last comparison.
      weak: true,
      forward: { name: 'resources' },
      source: 'argo-cd v1alpha1 ApplicationStatus.resources',
    },
    {
      relation: 'argo-application-destination',
      from: application,
      path: 'spec.destination.namespace',
      target: namespaceKind,
      namespace: 'cluster',
      when: [inCluster],
      forward: { name: 'destinationNamespace', one: true },
      reverse: { name: 'applications' },
      source: 'argo-cd v1alpha1 ApplicationDestination',
    },
  ]),
  {
    relation: 'argo-tracking-id',
    from: '*',
    path: "metadata.annotations['argocd.argoproj.io/tracking-id']",
    pattern: '(?<namespace>[^:/_]+)_(?<name>[^:/_]+):[^:/]*/[^:/]+:[^:/]*/.+',
    target: application,
    namespace: 'cluster',
    when: [{ path: '$.kind', notIn: COPIES }],
    weak: true,
    source: 'argo-cd docs/user-guide/resource_tracking: `<namespace>_<application>:<group>/<kind>:<namespace>/<name>`',
  },
  {
    relation: 'argo-application-project',
    from: application,
    path: 'spec.project',
    target: appProject,
    // Applications in any namespace have their project in that of the controller.
    namespace: { path: '$.status.controllerNamespace' },
    forward: { name: 'project', one: true },
    reverse: { name: 'applications' },
    source: 'argo-cd v1alpha1 ApplicationSpec.project; ApplicationStatus.controllerNamespace',
  },
  {
    relation: 'argo-application-set-application',
    from: applicationSet,
    path: 'status.applicationStatus[].application',
    target: application,
    namespace: 'source',
    weak: true,
    forward: { name: 'applications' },
    reverse: { name: 'applicationSets' },
    source: 'argo-cd v1alpha1 ApplicationSetStatus.applicationStatus',
  },
  {
    relation: 'argo-application-set-application',
    from: applicationSet,
    path: 'status.resources[].name',
    target: { apiGroup: 'group', kind: 'kind', defaults: { group: 'argoproj.io' }, kinds: [application] },
    namespace: { path: 'namespace' },
    weak: true,
    forward: { name: 'applications' },
    reverse: { name: 'applicationSets' },
    source: 'argo-cd v1alpha1 ApplicationSetStatus.resources',
  },
  ...atPaths(GENERATOR_SECRETS, {
    relation: 'argo-application-set-secret',
    from: applicationSet,
    target: secret,
    namespace: 'source',
    keys: ['key'],
    forward: { name: 'secrets' },
    reverse: { name: 'applicationSets' },
    source: 'argo-cd v1alpha1 SecretRef',
  }),
  {
    relation: 'argo-application-set-config-map',
    from: applicationSet,
    path: 'spec.generators[].plugin.configMapRef.name',
    target: configMap,
    namespace: 'source',
    forward: { name: 'configMaps' },
    reverse: { name: 'applicationSets' },
    source: 'argo-cd v1alpha1 PluginConfigMapRef',
  },
];
