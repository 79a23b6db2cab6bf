import { parseTime } from '../kube/time.ts';
import { InputError } from '../records/input-error.ts';
import { objectField, optional, stringField } from '../records/json-fields.ts';
import type { JsonObject, SnapshotStart } from '../records/record.ts';
import { FORMAT_VERSION } from './layout.ts';

/** The first record, from snapshot.json; from nothing where there is none. `name` is that of the bundle, for errors. */
export function toSnapshotStart(document: unknown, name: string): SnapshotStart {
  const formatVersion = stringField(document, 'formatVersion');
  refuseNewer(formatVersion, name);
  const cluster = objectField(document, 'cluster');
  return {
    type: 'snapshot',
    snapshot: 0,
    format: 'snapgraph',
    name,
    ...optional('formatVersion', formatVersion),
    ...optional('tool', stringField(document, 'tool')),
    ...(cluster === undefined ? {} : { cluster: toCluster(cluster) }),
    ...optional('context', stringField(document, 'context')),
    ...optional('user', stringField(document, 'user')),
    ...optional('serverVersion', objectField(document, 'serverVersion')),
    ...optional('capturedFrom', parseTime(stringField(document, 'start'))),
    ...optional('options', objectField(document, 'options')),
    ...optional('redaction', objectField(document, 'redaction')),
  };
}

/** A newer minor version only adds what we may leave alone; a newer major one may mean other things by the same words. */
export function refuseNewer(formatVersion: string | undefined, name: string): void {
  const major = Number.parseInt(formatVersion ?? FORMAT_VERSION, 10);
  const ours = Number.parseInt(FORMAT_VERSION, 10);
  if (major > ours) {
    throw new InputError(
      'NEWER_FORMAT',
      `${name} is a bundle of format ${formatVersion}; this version of Snapgraph reads up to ${ours}.x. Install a newer Snapgraph to open it.`,
    );
  }
}

function toCluster(cluster: JsonObject): NonNullable<SnapshotStart['cluster']> {
  return {
    ...optional('id', stringField(cluster, 'id')),
    ...optional('idSource', stringField(cluster, 'idSource')),
    ...optional('name', stringField(cluster, 'name')),
    ...optional('server', stringField(cluster, 'server')),
  };
}
