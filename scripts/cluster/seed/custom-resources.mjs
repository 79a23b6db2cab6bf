/** Custom resources: one kind in namespaces, in two served versions, and one of the cluster. */

const group = 'shop.example.com';

/** @returns {import('../types.ts').NewObject[]} */
export function definitions() {
  return [
    definition({ plural: 'widgets', kind: 'Widget', scope: 'Namespaced' }),
    definition({ plural: 'regions', kind: 'Region', scope: 'Cluster' }),
  ];
}

/** @param {import('./app.mjs').App} app */
export function widget({ name, namespace, labels, random, number }) {
  return {
    apiVersion: `${group}/${number % 2 === 0 ? 'v1' : 'v1beta1'}`,
    kind: 'Widget',
    metadata: { name, namespace, labels, finalizers: number % 50 === 0 ? [`${group}/hold`] : [] },
    spec: { deploymentName: name, size: random.below(100), secretRef: { name: `${name}-credentials` }, notes: random.text(100) },
  };
}

/** @param {number} number */
export function region(number) {
  return { apiVersion: `${group}/v1`, kind: 'Region', metadata: { name: `region-${number}` }, spec: { size: number } };
}

/** @param {{ plural: string, kind: string, scope: string }} options */
function definition({ plural, kind, scope }) {
  const open = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
  const spec = { ...open, properties: { size: { type: 'integer', minimum: 0 } } };
  const schema = { openAPIV3Schema: { type: 'object', properties: { spec, status: open } } };
  const additionalPrinterColumns = [{ name: 'Size', type: 'integer', jsonPath: '.spec.size' }];
  const version = /** @param {string} name @param {boolean} storage */ (name, storage) => ({
    ...{ name, served: true, storage, schema, additionalPrinterColumns, subresources: { status: {} } },
  });
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope,
      names: { plural, singular: kind.toLowerCase(), kind },
      versions: [version('v1', true), version('v1beta1', false)],
    },
  };
}
