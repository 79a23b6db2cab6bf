/** A namespace that is being deleted with so many objects left in it, each with a finalizer and, but for the first, an owner: a tree of ten branches a node. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchContext } from '../row.ts';

export const TERMINATING = 'stuck';

/** Imports it, and returns the snapshot file's path. */
export function terminatingNamespace({ folder, cli }: BenchContext, objects: number): string {
  const deleted = { deletionTimestamp: '2026-01-01T00:00:00Z', creationTimestamp: '2025-01-01T00:00:00Z' };
  const namespace = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: TERMINATING, uid: 'uid-namespace', ...deleted },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Terminating' },
  };
  const left = Array.from({ length: objects }, (_, n) => {
    const owner = Math.floor((n - 1) / 10);
    const owners = n === 0 ? [] : [{ apiVersion: 'v1', kind: 'ConfigMap', name: `left-${owner}`, uid: `uid-${owner}`, controller: true }];
    const metadata = {
      name: `left-${n}`,
      namespace: TERMINATING,
      uid: `uid-${n}`,
      ownerReferences: owners,
      finalizers: ['example.com/clean-up'],
    };
    return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { ...metadata, ...deleted } };
  });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `terminating-${objects}.json`);
  const path = join(folder, `terminating-${objects}.db`);
  writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [namespace, ...left] }));
  execFileSync(process.execPath, [cli, 'import', file, '--db', path, '--force', '--complete', '--quiet'], {
    env: { ...process.env, SNAPGRAPH_CACHE: join(folder, 'cache') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return path;
}
