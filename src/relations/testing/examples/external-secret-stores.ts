import type { Example } from '../../../../test/support/relation-rules.ts';
import { kindName } from '../../../kube/kind.ts';
import type { JsonObject, JsonValue } from '../../../records/record.ts';
import { type PathStep, parsePath } from '../../path.ts';
import { externalSecretStoreRules } from '../../rules/external-secret-stores.ts';
import { bare } from '../bare.ts';
import { requiredOfProviders } from './external-secret-providers.ts';

const PROVIDER = 'spec.provider.';

/** One reference at the path, and what the API asks for around it. */
function at(path: string, reference: JsonObject): JsonObject {
  const steps = parsePath(path).slice(0, -1);
  let value: JsonValue = reference;
  for (let length = steps.length; length > 0; length -= 1) {
    const step = steps[length - 1];
    if (step === 'each' || step === undefined) value = [{ ...required(steps.slice(0, length)), ...(value as JsonObject) }];
    else value = { ...required(steps.slice(0, length - 1)), [step.key]: value };
  }
  return value as JsonObject;
}

function required(steps: readonly PathStep[]): JsonObject {
  const path = steps.reduce((text, step) => (step === 'each' ? `${text}[]` : `${text}${text === '' ? '' : '.'}${step.key}`), '');
  return path.startsWith(PROVIDER) ? (requiredOfProviders[path.slice(PROVIDER.length)] ?? {}) : {};
}

const paths = [...new Set(externalSecretStoreRules.map(({ path }) => path))];

/** A store may have one provider: each reference of it has a store of its own. */
const stores = paths.flatMap((path, index): readonly Example[] => {
  const rules = externalSecretStoreRules.filter((rule) => rule.path === path);
  const types = path.includes('caProvider') && rules.length > 2 ? ['Secret', 'ConfigMap'] : [null];
  return types.flatMap((type) => {
    const target = type ?? kindName(rules[0]?.target as { readonly group: string; readonly kind: string });
    const key = target === 'ServiceAccount' ? {} : { key: 'token' };
    const reference = { name: 'provider', ...key, ...(type === null ? {} : { type }) };
    const relation = rules[0]?.relation ?? '';
    const keys = target === 'ServiceAccount' ? '' : ' keys=token';
    const shown = (namespace: string) => `${relation} ${path.replace('[]', '[0]')} → ${target} ${namespace}/provider${keys}`;
    const apiVersion = 'external-secrets.io/v1';
    return [
      {
        object: { apiVersion, kind: 'SecretStore', metadata: { name: `store-${index}`, namespace: 'shop' }, ...at(path, reference) },
        pointers: [shown('shop')],
      },
      {
        object: {
          apiVersion,
          kind: 'ClusterSecretStore',
          metadata: { name: `store-${index}` },
          ...at(path, { ...reference, namespace: 'vault' }),
        },
        pointers: [shown('vault')],
      },
    ];
  });
});

export const externalSecretStoreExamples: readonly Example[] = [
  ...stores,
  {
    // In the namespace of whoever reads.
    object: {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ClusterSecretStore',
      metadata: { name: 'of-the-reader' },
      spec: { provider: { vault: { server: 'https://vault.example.org', auth: { tokenSecretRef: { name: 'token', key: 'token' } } } } },
    },
    pointers: [],
  },
  bare('external-secrets.io/v1', 'SecretStore', 'shop'),
  bare('external-secrets.io/v1', 'ClusterSecretStore'),
];
