/** Examples that no API server of the tests can be asked about, and why: all of a kind, or one by its name. */
import { stringAt } from '../../src/kube/safe.ts';
import type { JsonObject } from '../../src/records/record.ts';

export interface HandWritten {
  /** As it is written in the examples. */
  readonly apiVersion: string;
  readonly kind: string;
  /** All examples of the kind where left out. */
  readonly names?: readonly string[];
  readonly reason: string;
}

export const handWritten: readonly HandWritten[] = [
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingWebhookConfiguration',
    names: ['without-namespace'],
    reason: 'malformed: the API refuses a Service without a namespace',
  },
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    names: ['without-namespace'],
    reason: 'malformed: the API refuses a Service without a namespace',
  },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    names: ['pv-claim-without-namespace'],
    reason: 'malformed: the API refuses a claim without a namespace',
  },
  { apiVersion: 'v1', kind: 'PersistentVolume', names: ['unclaimed'], reason: 'malformed: the API refuses a Secret without a namespace' },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    names: ['malformed-owners'],
    reason: 'malformed: the API refuses an owner without a uid, a kind or any field',
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    names: ['without-template'],
    reason: 'malformed: the API refuses a Deployment without a template',
  },
  { apiVersion: 'v1', kind: 'Event', names: ['without-kind'], reason: 'malformed' },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    names: ['a-role-is-not-allowed-here'],
    reason: 'malformed: the API refuses a Role here',
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    names: ['without-namespace'],
    reason: 'malformed: the API refuses an account without a namespace',
  },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    names: ['of-the-claim'],
    reason: 'the API asks for the namespace; older releases did not',
  },
  {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'VolumeAttachment',
    names: ['azurefile', 'cephfs', 'cinder', 'flexvolume', 'iscsi', 'rbd', 'scaleio', 'storageos'],
    reason: 'the API takes inline volumes of CSI drivers only',
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    names: ['of-robots'],
    reason: 'malformed: the API refuses subjects and roles of other kinds',
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IPAddress',
    names: ['without-namespace'],
    reason: 'malformed: the API refuses a Service without a namespace',
  },
  { apiVersion: 'networking.k8s.io/v1', kind: 'IPAddress', names: ['namespace-is-no-string'], reason: 'malformed: the API refuses it' },
];

/** The reason why an example is hand-written; null where a server must accept it. */
export function handWrittenReason({ apiVersion, kind, metadata }: JsonObject): string | null {
  const row = handWritten.find(
    (entry) => entry.apiVersion === apiVersion && entry.kind === kind && (entry.names?.includes(stringAt(metadata, 'name') ?? '') ?? true),
  );
  return row?.reason ?? null;
}
