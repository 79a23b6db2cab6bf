import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';
import { certificateRequest } from './certificates.ts';

const migration = (name: string, resource: JsonObject): JsonObject => ({
  apiVersion: 'storagemigration.k8s.io/v1beta1',
  kind: 'StorageVersionMigration',
  metadata: { name },
  spec: { resource },
});
const asked = (name: string, user: string): Omit<Example, 'pointers'> => ({
  object: {
    apiVersion: 'certificates.k8s.io/v1',
    kind: 'CertificateSigningRequest',
    metadata: { name },
    spec: {
      username: user,
      request: certificateRequest,
      signerName: 'kubernetes.io/kube-apiserver-client-kubelet',
      usages: ['digital signature', 'client auth'],
    },
  },
  createdBy: { user, groups: ['system:authenticated'] },
});

export const madeNameExamples: readonly Example[] = [
  {
    object: migration('of-shops', { group: 'example.com', resource: 'shops' }),
    pointers: [
      'storage-version-migration-definition spec.resource.resource → CustomResourceDefinition.apiextensions.k8s.io shops.example.com [weak]',
    ],
  },
  { object: migration('of-deployments', { group: 'apps', resource: 'deployments' }), pointers: [] },
  { object: migration('of-secrets', { resource: 'secrets' }), pointers: [] },
  {
    ...asked('of-a-token', 'system:bootstrap:abcdef'),
    pointers: ['certificate-signing-request-bootstrap-token spec.username → Secret kube-system/bootstrap-token-abcdef [weak]'],
  },
  { ...asked('of-no-token', 'system:bootstrap:somebody-else'), pointers: [] },
];
