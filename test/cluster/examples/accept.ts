/** Asks a real API server for an example: it answers the object as it would store it, or refuses it with its reason. */
import { type Api, ApiError, type ControlPlane, type KubeObject, type NewObject } from '../../../scripts/cluster/index.mjs';
import { isObject } from '../../../src/kube/safe.ts';
import type { JsonObject } from '../../../src/records/record.ts';
import type { Example } from '../../support/relation-rules.ts';

/** What is not written with the object but through a subresource, and the part of the object that goes there. */
const SUBRESOURCES: readonly { readonly name: string; readonly part: (object: JsonObject) => JsonObject | null }[] = [
  { name: 'ephemeralcontainers', part: ephemeralContainers },
  { name: 'status', part: ({ status }) => (status === undefined ? null : { status }) },
];

/**
 * An object without such parts is only tried (dry run). One with a status is created, for a dry run knows no status, and is gone afterwards.
 * @throws ApiError with the server's message where it refuses
 */
export async function accept({ api }: ControlPlane, example: Example): Promise<JsonObject> {
  const later = SUBRESOURCES.flatMap(({ name, part }) => {
    const content = part(example.object);
    return content === null ? [] : [{ name, content }];
  });
  const path = await api.pathOf(example.object as NewObject);
  const asUser = impersonation(example);
  const object = withoutLater(example.object);
  if (later.length === 0) return asObject(await apply({ api, path, body: object, headers: asUser, dryRun: 'All' }));
  const created = await apply({ api, path, body: object, headers: asUser });
  try {
    let accepted = created;
    for (const { name, content } of later) {
      const body = { ...identity(example.object), ...content };
      accepted = await apply({ api, path: `${path}/${name}`, body }).catch((error: unknown) => {
        if (!(error instanceof ApiError) || error.status !== 404) throw error;
        // The kind has no such subresource: the part is written like any other.
        return apply({ api, path, body: { ...object, ...content } });
      });
    }
    return asObject(accepted);
  } finally {
    await remove(api, path);
  }
}

/** Server-side apply: what is there already (`default`, `kube-system`) is no obstacle. */
async function apply(request: {
  readonly api: Api;
  readonly path: string;
  readonly body: JsonObject;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly dryRun?: 'All';
}): Promise<KubeObject> {
  const { api, path, body, headers = {}, dryRun } = request;
  const asked = {
    method: 'PATCH',
    path,
    query: { fieldManager: 'snapgraph-test', force: true, fieldValidation: 'Strict', dryRun },
    body,
    headers: { 'content-type': 'application/apply-patch+yaml', ...headers },
  };
  const response = await api.request(asked);
  if (response.status >= 300) throw new ApiError({ request: asked, response });
  return JSON.parse(response.text) as KubeObject;
}

async function remove(api: Api, path: string): Promise<void> {
  await api.patch(path, { metadata: { finalizers: null } });
  const response = await api.request({ method: 'DELETE', path, body: { gracePeriodSeconds: 0 } });
  if (response.status >= 300) throw new ApiError({ request: { method: 'DELETE', path }, response });
}

function impersonation({ createdBy }: Example): Readonly<Record<string, string | string[]>> {
  return createdBy === undefined ? {} : { 'impersonate-user': createdBy.user, 'impersonate-group': [...createdBy.groups] };
}

function ephemeralContainers({ kind, spec }: JsonObject): JsonObject | null {
  if (kind !== 'Pod' || !isObject(spec) || spec['ephemeralContainers'] === undefined) return null;
  return { spec: { ephemeralContainers: spec['ephemeralContainers'] } };
}

function withoutLater({ status: _, ...object }: JsonObject): JsonObject {
  if (ephemeralContainers(object) === null) return object;
  const { ephemeralContainers: __, ...spec } = object['spec'] as JsonObject;
  return { ...object, spec };
}

function identity({ apiVersion, kind, metadata }: JsonObject): JsonObject {
  const { name, namespace } = metadata as JsonObject;
  return {
    apiVersion: apiVersion ?? null,
    kind: kind ?? null,
    metadata: { name: name ?? null, ...(namespace === undefined ? {} : { namespace }) },
  };
}

function asObject(answer: KubeObject): JsonObject {
  return answer as unknown as JsonObject;
}
