/** KEDA: what it scales, as whom its triggers ask, and where the credentials lie. What a trigger says in its metadata is free text. */
import type { KindKey } from '../../kube/kind.ts';
import {
  configMap,
  deployment,
  horizontalPodAutoscaler,
  replicaSet,
  replicationController,
  secret,
  serviceAccount,
  statefulSet,
} from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import { scalableCustomWorkloads } from './custom-workload-kinds.ts';

const keda = (kind: string): KindKey => ({ group: 'keda.sh', kind });
const scaledObject = keda('ScaledObject');
const scaledJob = keda('ScaledJob');
const triggerAuthentication = keda('TriggerAuthentication');
const clusterTriggerAuthentication = keda('ClusterTriggerAuthentication');

const credential = (path: string): string => `spec.${path}.valueFrom.secretKeyRef.name`;

/** A ClusterTriggerAuthentication reads in the namespace that KEDA is told at its start: no object says it. */
const fromAuthentication = { from: triggerAuthentication, namespace: 'source', reverse: { name: 'triggerAuthentications' } } as const;

export const kedaRules: readonly RelationRule[] = [
  {
    relation: 'scaled-object-target',
    from: scaledObject,
    path: 'spec.scaleTargetRef.name',
    target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: 'apps', kind: 'Deployment' } },
    namespace: 'source',
    forward: { name: 'target', one: true },
    reverse: { name: 'scaledObjects', on: [deployment, statefulSet, replicaSet, replicationController, ...scalableCustomWorkloads] },
    source: 'keda.sh/v1alpha1 ScaleTarget: apps/v1 and Deployment where it says none',
  },
  {
    relation: 'scaled-object-horizontal-pod-autoscaler',
    from: scaledObject,
    path: 'status.hpaName',
    target: horizontalPodAutoscaler,
    namespace: 'source',
    weak: true,
    forward: { name: 'horizontalPodAutoscaler', one: true },
    reverse: { name: 'scaledObjects' },
    source: 'keda.sh/v1alpha1 ScaledObjectStatus.hpaName',
  },
  ...[
    { from: scaledObject, reverse: 'scaledObjects' },
    { from: scaledJob, reverse: 'scaledJobs' },
  ].map(
    ({ from, reverse }): RelationRule => ({
      relation: 'keda-trigger-authentication',
      from,
      path: 'spec.triggers[].authenticationRef.name',
      // A ClusterTriggerAuthentication lies in no namespace: the store drops it.
      target: {
        kind: 'kind',
        defaults: { group: 'keda.sh', kind: 'TriggerAuthentication' },
        kinds: [triggerAuthentication, clusterTriggerAuthentication],
      },
      namespace: 'source',
      forward: { name: 'triggerAuthentications' },
      reverse: { name: reverse },
      source: 'keda.sh/v1alpha1 AuthenticationRef: a TriggerAuthentication where it says no kind',
    }),
  ),
  {
    ...fromAuthentication,
    relation: 'trigger-authentication-secret',
    path: 'spec.secretTargetRef[].name',
    target: secret,
    keys: ['key'],
    forward: { name: 'secrets' },
    source: 'keda.sh/v1alpha1 AuthSecretTargetRef',
  },
  ...atPaths(
    [
      credential('azureKeyVault.credentials.clientSecret'),
      credential('gcpSecretManager.credentials.clientSecret'),
      ...['accessKey', 'accessSecretKey', 'accessToken'].map((name) => credential(`awsSecretManager.credentials.${name}`)),
      credential('oauth2.clientSecret'),
      ...['clientSecret', 'clientCertificate', 'clientCertificatePassword'].map((name) => credential(`azureServicePrincipal.${name}`)),
    ],
    {
      ...fromAuthentication,
      relation: 'trigger-authentication-secret',
      target: secret,
      keys: ['key'],
      forward: { name: 'secrets' },
      source: 'keda.sh/v1alpha1 ValueFromSecret',
    },
  ),
  {
    ...fromAuthentication,
    relation: 'trigger-authentication-config-map',
    path: 'spec.configMapTargetRef[].name',
    target: configMap,
    keys: ['key'],
    forward: { name: 'configMaps' },
    source: 'keda.sh/v1alpha1 AuthConfigMapTargetRef',
  },
  ...atPaths(['spec.boundServiceAccountToken[].serviceAccountName', 'spec.hashiCorpVault.credential.serviceAccountName'], {
    ...fromAuthentication,
    relation: 'trigger-authentication-service-account',
    target: serviceAccount,
    forward: { name: 'serviceAccounts' },
    source: 'keda.sh/v1alpha1 BoundServiceAccountToken; Credential.serviceAccountName',
  }),
];
