/** Objects against the schemas that an API server publishes: what it does not know is a fault, as with kubectl's strict validation. */
import { Ajv, type ValidateFunction } from 'ajv';
import { demoEntries } from './demo-entries.ts';
import type { Manifest } from './manifests.ts';

interface Schema {
  type?: string;
  properties?: object;
  additionalProperties?: unknown;
  'x-kubernetes-group-version-kind'?: readonly { readonly group: string; readonly version: string; readonly kind: string }[];
}

interface OpenApi {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface OpenApiCheck {
  /** What is wrong with it, a line a fault. */
  faultsOf(manifest: Manifest): string[];
}

/** With the schemas of the demo's API server, which is of Kubernetes 1.37. */
export async function openApiCheck(): Promise<OpenApiCheck> {
  const documents = await demoEntries((path) => path.startsWith('openapi/'));
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  for (const [path, document] of documents) ajv.addSchema(closed(document as OpenApi), path);
  return {
    faultsOf: (manifest) => {
      const validate = validatorFor({ manifest, documents, ajv });
      validate(manifest);
      return (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
    },
  };
}

function validatorFor(options: {
  readonly manifest: Manifest;
  readonly documents: ReadonlyMap<string, unknown>;
  readonly ajv: Ajv;
}): ValidateFunction {
  const { manifest, documents, ajv } = options;
  const [version = '', group = ''] = manifest.apiVersion.split('/').reverse();
  const path = `openapi/${group || 'core'}/${version}.json`;
  const schemas = (documents.get(path) as OpenApi | undefined)?.components.schemas ?? {};
  const isMeant = (schema: Schema): boolean =>
    schema['x-kubernetes-group-version-kind']?.some(
      (one) => one.group === group && one.version === version && one.kind === manifest.kind,
    ) ?? false;
  const name = Object.keys(schemas).find((key) => isMeant(schemas[key] ?? {}));
  const validate = name === undefined ? undefined : ajv.getSchema(`${path}#/components/schemas/${name}`);
  if (validate === undefined) throw new Error(`There is no schema of ${manifest.apiVersion} ${manifest.kind}.`);
  return validate;
}

/** The API server leaves it unsaid that no other fields are there. */
function closed(document: OpenApi): OpenApi {
  const schemas = structuredClone(document.components.schemas);
  for (const schema of Object.values(schemas)) if (schema.properties !== undefined) schema.additionalProperties ??= false;
  return { components: { schemas } };
}
