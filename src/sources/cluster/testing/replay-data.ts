/** A captured cluster, as an API server holds it: from a bundle that a real one filled. */
import { splitApiVersion } from '../../../kube/kind.ts';
import type { JsonObject } from '../../../records/record.ts';
import { ofType, readAll } from '../../testing/tar.ts';

export interface ReplayData {
  readonly version: JsonObject;
  readonly discovery: {
    readonly api: unknown;
    readonly apis: unknown;
    readonly resourceLists: readonly ResourceList[];
    readonly failures: readonly Failure[];
  };
  /** By `group/version/resource`, in the server's order. */
  readonly objects: ReadonlyMap<string, readonly ReplayObject[]>;
  /** By `namespace/pod/container`, with `.previous` behind it. */
  readonly logs: ReadonlyMap<string, Buffer>;
  /** By their names in the bundle. */
  readonly documents: ReadonlyMap<string, Buffer>;
}

export interface ReplayObject {
  readonly namespace: string | null;
  readonly name: string;
  /** Without apiVersion and kind where the API server leaves them out of lists: of its own kinds. */
  readonly json: string;
}

export interface ResourceList {
  readonly groupVersion: string;
  readonly resources: readonly {
    readonly name: string;
    readonly kind: string;
    readonly namespaced: boolean;
    readonly singularName: string;
    readonly verbs: readonly string[];
  }[];
}

interface Failure {
  readonly groupVersion: string;
  readonly httpStatus: number;
  readonly message: string;
}

/** API groups of custom resources have a dot, as have some of Kubernetes' own: those end in k8s.io. */
function isBuiltIn(group: string): boolean {
  return !group.includes('.') || group.endsWith('.k8s.io');
}

export async function readReplayData(bundle: string): Promise<ReplayData> {
  const { records } = await readAll(bundle);
  const documents = joined(ofType(records, 'document').map(({ name, chunk }) => [name, chunk]));
  const logs = joined(
    ofType(records, 'log')
      .filter(({ part }) => part > 0)
      .map(({ namespace, pod, container, previous, chunk }) => [`${namespace}/${pod}/${container}${previous ? '.previous' : ''}`, chunk]),
  );
  const objects = new Map<string, ReplayObject[]>();
  for (const { raw, resource } of ofType(records, 'object')) {
    const { apiVersion, kind, ...rest } = JSON.parse(Buffer.from(raw ?? []).toString()) as {
      apiVersion: string;
      kind: string;
      metadata: JsonObject;
    };
    const { group } = splitApiVersion(apiVersion);
    const key = `${resource?.group}/${resource?.version}/${resource?.resource}`;
    const json = JSON.stringify(isBuiltIn(group) ? rest : { apiVersion, kind, ...rest });
    const { namespace, name } = rest.metadata;
    objects.set(key, [
      ...(objects.get(key) ?? []),
      { namespace: namespace === undefined ? null : String(namespace), name: String(name), json },
    ]);
  }
  for (const [key, list] of objects)
    objects.set(
      key,
      [...list].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
    );
  const version = ofType(records, 'snapshot').at(-1)?.serverVersion ?? {};
  return { version, discovery: JSON.parse(String(documents.get('discovery.json'))), objects, logs, documents };
}

function orderOf({ namespace, name }: ReplayObject): string {
  return Buffer.from(`${namespace ?? ''}/${name}`).toString('latin1');
}

function joined(parts: readonly (readonly [string, Uint8Array])[]): Map<string, Buffer> {
  const whole = new Map<string, Buffer>();
  for (const [name, chunk] of parts) whole.set(name, Buffer.concat([whole.get(name) ?? Buffer.alloc(0), chunk]));
  return whole;
}
