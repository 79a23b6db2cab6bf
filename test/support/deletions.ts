/** Deletions of crafted objects, for tests. */
import { onTestFinished } from 'vitest';
import { type DeletionReport, objectName } from '../../src/graph/deletion/blocker.ts';
import { deletionReports } from '../../src/graph/deletion/deletion-reports.ts';
import type { JsonObject } from '../../src/records/record.ts';
import { importObjects, type ResourceFacts } from './imported.ts';

export const facts = (group: string, version: string, kind: string, resource: string, namespaced = true): ResourceFacts => ({
  group,
  version,
  resource,
  kind,
  namespaced,
});
export const resources: readonly ResourceFacts[] = [
  facts('', 'v1', 'Pod', 'pods'),
  facts('', 'v1', 'PersistentVolumeClaim', 'persistentvolumeclaims'),
  facts('', 'v1', 'PersistentVolume', 'persistentvolumes', false),
  facts('', 'v1', 'ConfigMap', 'configmaps'),
  facts('', 'v1', 'Service', 'services'),
  facts('', 'v1', 'Namespace', 'namespaces', false),
  facts('', 'v1', 'Node', 'nodes', false),
  facts('apps', 'v1', 'Deployment', 'deployments'),
  facts('apps', 'v1', 'StatefulSet', 'statefulsets'),
  facts('apps', 'v1', 'DaemonSet', 'daemonsets'),
  facts('rbac.authorization.k8s.io', 'v1', 'Role', 'roles'),
  facts('rbac.authorization.k8s.io', 'v1', 'ClusterRole', 'clusterroles', false),
  facts('admissionregistration.k8s.io', 'v1', 'ValidatingWebhookConfiguration', 'validatingwebhookconfigurations', false),
  facts('networking.k8s.io', 'v1', 'ServiceCIDR', 'servicecidrs', false),
  facts('networking.k8s.io', 'v1', 'IPAddress', 'ipaddresses', false),
  facts('apiregistration.k8s.io', 'v1', 'APIService', 'apiservices', false),
];

/** The snapshot is of 01:00. */
export const JUST_NOW = '2026-01-01T00:59:00Z';
export const LONG_AGO = '2025-12-31T12:00:00Z';

export function object(kind: string, name: string, rest: JsonObject & { readonly metadata?: JsonObject } = {}): JsonObject {
  const facts = resources.find((one) => one.kind === kind);
  const apiVersion = facts?.group ? `${facts.group}/${facts.version}` : 'v1';
  const { metadata, ...others } = rest;
  const where = facts?.namespaced ? { namespace: 'ns' } : {};
  return { apiVersion, kind, metadata: { name, ...where, uid: `uid-${name}`, ...metadata }, ...others };
}

export const goes = (finalizers: readonly string[] = [], since: string = LONG_AGO): JsonObject => ({
  deletionTimestamp: since,
  deletionGracePeriodSeconds: 0,
  ...(finalizers.length === 0 ? {} : { finalizers: [...finalizers] }),
});

/** Of the object of this name; what was imported for it goes with the test. */
export async function reportOf(
  name: string,
  objects: readonly JsonObject[],
  captured: readonly ResourceFacts[] = resources,
): Promise<DeletionReport> {
  const imported = await importObjects({ objects, resources: captured });
  onTestFinished(() => imported.close());
  const { rows } = await imported.reader.list({ filter: { terminating: true } });
  const report = [...(await deletionReports(imported.reader, rows)).values()].find((one) => one.object.name === name);
  if (report === undefined) throw new Error(`${name} is not being deleted.`);
  return report;
}

export const rootsOf = ({ blockers }: DeletionReport): string[] => blockers.roots.map((root) => objectName(root.object)).sort();
