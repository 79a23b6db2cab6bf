/** The OpenAPI v3 documents, one a group and version. Source: apiserver, /openapi/v3 (KEP-2896); before Kubernetes 1.24 there is only /openapi/v2. */
import { objectField, stringField } from '../../../records/json-fields.ts';
import type { JsonObject } from '../../../records/record.ts';
import type { ApiServer } from '../http/api-server.ts';
import { ApiFault } from '../http/fault.ts';

export interface OpenApiDocument {
  readonly path: string;
  /** As the bundle names it. */
  readonly name: string;
}

/** What there is to read. Throws ApiFault where the server does not say. */
export async function listOpenApi(server: ApiServer): Promise<OpenApiDocument[]> {
  try {
    return documentsOf(objectField(await server.json({ path: '/openapi/v3' }), 'paths') ?? {});
  } catch (error) {
    if (!(error instanceof ApiFault) || error.httpStatus !== 404) throw error;
    return [{ path: '/openapi/v2', name: 'openapi/v2.json' }];
  }
}

/** Paths of a group and version; others (`/version`, `/apis`) describe no objects. */
const GROUP_VERSION = /^(?:api|apis\/([\w.-]+))\/(v\w+)$/;

function documentsOf(paths: JsonObject): OpenApiDocument[] {
  return Object.entries(paths).flatMap(([key, entry]) => {
    const [, group, version] = GROUP_VERSION.exec(key) ?? [];
    const path = stringField(entry, 'serverRelativeURL') ?? `/openapi/v3/${key}`;
    return version === undefined || !path.startsWith('/') ? [] : [{ path, name: `openapi/${group ?? 'core'}/${version}.json` }];
  });
}
