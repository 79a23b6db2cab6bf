/** `kubectl apply` of the files in manifests/. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ControlPlane } from '../../../scripts/cluster/index.mjs';

const FOLDER = join(import.meta.dirname, 'manifests');

export interface Manifests {
  /** Without `.yaml`, in the order in which their objects are made. */
  readonly files: readonly string[];
  /** By server-side apply, as this field manager. */
  readonly manager?: string;
  /** What stands for these names in the files. */
  readonly uids?: Readonly<Record<string, string>>;
}

export async function applyManifests(cluster: ControlPlane, { files, manager, uids = {} }: Manifests): Promise<void> {
  const text = files.map((file) => readFileSync(join(FOLDER, `${file}.yaml`), 'utf8')).join('---\n');
  const input = Object.entries(uids).reduce((filled, [name, uid]) => filled.replaceAll(name, uid), text);
  const how = manager === undefined ? [] : ['--server-side', `--field-manager=${manager}`];
  await cluster.kubectl(['apply', ...how, '-f', '-'], { input });
}
