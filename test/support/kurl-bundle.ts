/** A support bundle of 2021 from a real cluster, in place; its objects counted by code that shares nothing with the reader. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const KURL_BUNDLE: string = join(import.meta.dirname, '../../../shared/bundles/troubleshoot-kurl.tar.gz');

/** False, with a message, where the file is absent: tests that need it are then left out. */
export function hasKurlBundle(): boolean {
  const isThere = existsSync(KURL_BUNDLE);
  if (!isThere) console.warn('../shared/bundles/troubleshoot-kurl.tar.gz is absent: its tests are left out');
  return isThere;
}

const KIND_OF_FOLDER: Record<string, string> = {
  configmaps: 'core/ConfigMap',
  cronjobs: 'batch/CronJob',
  deployments: 'apps/Deployment',
  events: 'core/Event',
  ingress: 'networking.k8s.io/Ingress',
  jobs: 'batch/Job',
  limitranges: 'core/LimitRange',
  pods: 'core/Pod',
  pvcs: 'core/PersistentVolumeClaim',
  replicasets: 'apps/ReplicaSet',
  services: 'core/Service',
  statefulsets: 'apps/StatefulSet',
  'custom-resource-definitions.json': 'apiextensions.k8s.io/CustomResourceDefinition',
  'namespaces.json': 'core/Namespace',
  'nodes.json': 'core/Node',
  'pvs.json': 'core/PersistentVolume',
  'storage-classes.json': 'storage.k8s.io/StorageClass',
};

/** By tar, JSON.parse of whole files, and a count of the dashes in column 0 of the YAML ones. */
export function countedByHand(): Record<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-kurl-'));
  try {
    execFileSync('tar', ['xzf', KURL_BUNDLE, '-C', folder]);
    const resources = join(folder, readdirSync(folder)[0] ?? '', 'cluster-resources');
    const counts = new Map<string, number>();
    const add = (kind: string, count: number): void => void (count > 0 && counts.set(kind, (counts.get(kind) ?? 0) + count));
    for (const [name, kind] of Object.entries(KIND_OF_FOLDER)) for (const file of filesOf(join(resources, name))) add(kind, itemsOf(file));
    for (const file of filesOf(join(resources, 'custom-resources'))) {
      const text = readFileSync(file, 'utf8');
      const group = /^- apiVersion: ([^/\n]+)\//m.exec(text)?.[1];
      add(`${group}/${/^ {2}kind: (\w+)$/m.exec(text)?.[1]}`, text.match(/^- /gm)?.length ?? 0);
    }
    return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function filesOf(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(path, entry.name)] : entry.name === 'logs' ? [] : filesOf(join(path, entry.name)),
  );
}

function itemsOf(file: string): number {
  const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: unknown[] | null };
  return items?.length ?? 0;
}
