import type { Example } from '../../../../test/support/example.ts';
import type { JsonObject } from '../../../records/record.ts';
import { bare } from '../bare.ts';

const cron = { type: 'cron', metadata: { timezone: 'UTC', start: '0 8 * * *', end: '0 9 * * *', desiredReplicas: '1' } };
const fromSecret = (name: string): JsonObject => ({ valueFrom: { secretKeyRef: { name, key: 'value' } } });

const triggers = [
  cron,
  // What the metadata of a trigger says, no rule reads.
  { type: 'kafka', metadata: { secretName: 'not-read', topic: 'orders' }, authenticationRef: { name: 'kafka' } },
  { ...cron, authenticationRef: { name: 'vault', kind: 'ClusterTriggerAuthentication' } },
];

const authentications = [
  'keda-trigger-authentication spec.triggers[1].authenticationRef.name → TriggerAuthentication.keda.sh shop/kafka',
  'keda-trigger-authentication spec.triggers[2].authenticationRef.name → ClusterTriggerAuthentication.keda.sh shop/vault',
];

const authentication = {
  secretTargetRef: [{ parameter: 'password', name: 'kafka', key: 'password' }],
  configMapTargetRef: [{ parameter: 'brokers', name: 'kafka', key: 'brokers' }],
  env: [{ parameter: 'region', name: 'REGION', containerName: 'main' }],
  azureKeyVault: {
    vaultUri: 'https://example.vault.azure.net',
    secrets: [{ parameter: 'password', name: 'password' }],
    credentials: { clientId: 'client', tenantId: 'tenant', clientSecret: fromSecret('azure') },
  },
  gcpSecretManager: { secrets: [{ parameter: 'password', id: 'password' }], credentials: { clientSecret: fromSecret('gcp') } },
  awsSecretManager: {
    secrets: [{ parameter: 'password', name: 'password' }],
    credentials: {
      accessKey: fromSecret('aws-key'),
      accessSecretKey: fromSecret('aws-secret-key'),
      accessToken: fromSecret('aws-token'),
    },
  },
  hashiCorpVault: {
    address: 'https://vault.example.com',
    authentication: 'kubernetes',
    role: 'keda',
    mount: 'kubernetes',
    credential: { serviceAccountName: 'vault' },
    secrets: [{ parameter: 'password', path: 'kafka', key: 'password' }],
  },
  boundServiceAccountToken: [{ parameter: 'token', serviceAccountName: 'asker' }],
};

export const kedaExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { scaleTargetRef: { name: 'web' }, triggers },
      status: { hpaName: 'keda-hpa-web' },
    },
    pointers: [
      'scaled-object-target spec.scaleTargetRef.name → Deployment.apps shop/web',
      ...authentications,
      'scaled-object-horizontal-pod-autoscaler status.hpaName → HorizontalPodAutoscaler.autoscaling shop/keda-hpa-web [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata: { name: 'of-a-kind', namespace: 'shop' },
      spec: { scaleTargetRef: { name: 'postgres', kind: 'StatefulSet' }, triggers: [cron] },
    },
    pointers: ['scaled-object-target spec.scaleTargetRef.name → StatefulSet.apps shop/postgres'],
  },
  {
    object: {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata: { name: 'of-a-rollout', namespace: 'shop' },
      spec: { scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' }, triggers: [cron] },
    },
    pointers: ['scaled-object-target spec.scaleTargetRef.name → Rollout.argoproj.io shop/web'],
  },
  {
    object: {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata: { name: 'of-another-authentication', namespace: 'shop' },
      spec: { scaleTargetRef: { name: 'web' }, triggers: [{ ...cron, authenticationRef: { name: 'kafka', kind: 'Other' } }] },
    },
    pointers: ['scaled-object-target spec.scaleTargetRef.name → Deployment.apps shop/web'],
  },
  {
    object: {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledJob',
      metadata: { name: 'orders', namespace: 'shop' },
      spec: { jobTargetRef: { template: { spec: { containers: [{ name: 'main', image: 'orders:1' }] } } }, triggers },
    },
    pointers: authentications,
  },
  {
    object: {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledJob',
      metadata: { name: 'of-another-authentication', namespace: 'shop' },
      spec: {
        jobTargetRef: { template: { spec: { containers: [{ name: 'main', image: 'orders:1' }] } } },
        triggers: [{ ...cron, authenticationRef: { name: 'kafka', kind: 'Other' } }],
      },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'TriggerAuthentication',
      metadata: { name: 'kafka', namespace: 'shop' },
      spec: authentication,
    },
    pointers: [
      'trigger-authentication-secret spec.secretTargetRef[0].name → Secret shop/kafka keys=password',
      'trigger-authentication-config-map spec.configMapTargetRef[0].name → ConfigMap shop/kafka keys=brokers',
      'trigger-authentication-secret spec.azureKeyVault.credentials.clientSecret.valueFrom.secretKeyRef.name → Secret shop/azure keys=value',
      'trigger-authentication-secret spec.gcpSecretManager.credentials.clientSecret.valueFrom.secretKeyRef.name → Secret shop/gcp keys=value',
      'trigger-authentication-secret spec.awsSecretManager.credentials.accessKey.valueFrom.secretKeyRef.name → Secret shop/aws-key keys=value',
      'trigger-authentication-secret spec.awsSecretManager.credentials.accessSecretKey.valueFrom.secretKeyRef.name → Secret shop/aws-secret-key keys=value',
      'trigger-authentication-secret spec.awsSecretManager.credentials.accessToken.valueFrom.secretKeyRef.name → Secret shop/aws-token keys=value',
      'trigger-authentication-service-account spec.hashiCorpVault.credential.serviceAccountName → ServiceAccount shop/vault',
      'trigger-authentication-service-account spec.boundServiceAccountToken[0].serviceAccountName → ServiceAccount shop/asker',
    ],
  },
  {
    object: {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'TriggerAuthentication',
      metadata: { name: 'tokens', namespace: 'shop' },
      spec: {
        oauth2: { type: 'clientCredentials', clientId: 'web', tokenUrl: 'https://login.example.com', clientSecret: fromSecret('oauth') },
        azureServicePrincipal: {
          clientId: 'client',
          tenantId: 'tenant',
          clientCertificate: fromSecret('azure-certificate'),
          clientCertificatePassword: fromSecret('azure-password'),
        },
      },
    },
    pointers: [
      'trigger-authentication-secret spec.oauth2.clientSecret.valueFrom.secretKeyRef.name → Secret shop/oauth keys=value',
      'trigger-authentication-secret spec.azureServicePrincipal.clientCertificate.valueFrom.secretKeyRef.name → Secret shop/azure-certificate keys=value',
      'trigger-authentication-secret spec.azureServicePrincipal.clientCertificatePassword.valueFrom.secretKeyRef.name → Secret shop/azure-password keys=value',
    ],
  },
  {
    object: {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'TriggerAuthentication',
      metadata: { name: 'azure', namespace: 'shop' },
      spec: { azureServicePrincipal: { clientId: 'client', tenantId: 'tenant', clientSecret: fromSecret('azure') } },
    },
    pointers: [
      'trigger-authentication-secret spec.azureServicePrincipal.clientSecret.valueFrom.secretKeyRef.name → Secret shop/azure keys=value',
    ],
  },
  // It reads where KEDA is told to, which no object says.
  {
    object: {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ClusterTriggerAuthentication',
      metadata: { name: 'kafka' },
      spec: { secretTargetRef: authentication.secretTargetRef },
    },
    pointers: [],
  },
  bare('keda.sh/v1alpha1', 'ScaledObject', 'shop'),
];
