/** CustomResourceDefinition v1beta1. */
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { arrayAt, isObject, stringAt, valueAt } from '../safe.ts';
import type { Conversion } from './conversion.ts';
import { editAt, editItems, omit, rename, withDefaults } from './edit.ts';

export const customResourceDefinitionConversions: readonly Conversion[] = [
  {
    from: ['apiextensions.k8s.io/v1beta1/CustomResourceDefinition'],
    convert: (definition) => editAt(definition, 'spec', convertSpec),
    source:
      'apiextensions-apiserver, pkg/apis/apiextensions/v1/conversion.go (the internal shape is that of v1beta1) and v1beta1/defaults.go',
  },
];

/** v1 has no fields for all versions together: what stood above the versions goes into each. */
function convertSpec(spec: JsonObject): JsonObject {
  const named = editAt(withDefaults(spec, { scope: 'Namespaced', conversion: { strategy: 'None' } }), 'names', withNames);
  const versioned = withVersions(named);
  const shared: JsonObject = {
    ...own(versioned, 'subresources', 'subresources'),
    ...own(versioned, 'validation', 'schema'),
    ...own(versioned, 'additionalPrinterColumns', 'additionalPrinterColumns'),
    ...own(versioned, 'selectableFields', 'selectableFields'),
  };
  const converted = editItems(versioned, 'versions', (version) =>
    editItems(withDefaults(version, shared), 'additionalPrinterColumns', (column) => rename(column, 'JSONPath', 'jsonPath')),
  );
  const rest = omit(converted, 'version', 'subresources', 'validation', 'additionalPrinterColumns', 'selectableFields');
  return withDefaults(editAt(rest, 'conversion', convertConversion), { preserveUnknownFields: true });
}

function withNames(names: JsonObject): JsonObject {
  const kind = stringAt(names, 'kind');
  return kind === undefined || kind === '' ? names : withDefaults(names, { singular: kind.toLowerCase(), listKind: `${kind}List` });
}

function withVersions(spec: JsonObject): JsonObject {
  const version = stringAt(spec, 'version');
  const versions = valueAt(spec, 'versions') ?? [];
  if (version === undefined || !Array.isArray(versions) || versions.length > 0) return spec;
  return { ...spec, versions: [{ name: version, served: true, storage: true }] };
}

function own(spec: JsonObject, from: string, to: string): JsonObject {
  const value: JsonValue | undefined = valueAt(spec, from);
  return value === undefined || value === null ? {} : { [to]: value };
}

/** webhookClientConfig and conversionReviewVersions move below `webhook`. */
function convertConversion(conversion: JsonObject): JsonObject {
  const clientConfig = valueAt(conversion, 'webhookClientConfig');
  const versions = arrayAt(conversion, 'conversionReviewVersions');
  if (!isObject(clientConfig) && versions.length === 0) return conversion;
  const webhook: JsonObject = {
    ...(isObject(clientConfig) ? { clientConfig } : {}),
    conversionReviewVersions: versions.length > 0 ? [...versions] : ['v1beta1'],
  };
  return withDefaults(omit(conversion, 'webhookClientConfig', 'conversionReviewVersions'), { webhook });
}
