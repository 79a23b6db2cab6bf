/** Who wrote which field, as the server notes it down: much of the size of real objects, and of what their diffs show. */

/** Lists that are maps by a key of their items; others are one value. */
const keys = ['name', 'type', 'uid', 'ip'];

/** @param {unknown} value @returns {Record<string, unknown>} */
function fieldsOf(value) {
  if (Array.isArray(value)) {
    const key = keys.find((candidate) => value.every((item) => typeof item === 'object' && item !== null && candidate in item));
    if (key === undefined || value.length === 0) return {};
    return Object.fromEntries(value.map((item) => [`k:${JSON.stringify({ [key]: item[key] })}`, { '.': {}, ...fieldsOf(item) }]));
  }
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [`f:${name}`, fieldsOf(inner)]));
}

/**
 * @param {object} options
 * @param {import('../types.ts').NewObject} options.object
 * @param {object | undefined} options.status
 * @param {string} options.time
 */
export function managedFields({ object, status, time }) {
  const { apiVersion, kind: _kind, metadata, ...rest } = object;
  const { name: _name, namespace: _namespace, ...written } = metadata;
  const entry = /** @param {string} manager @param {object} fields @param {object} more */ (manager, fields, more) => ({
    ...{ manager, operation: 'Update', apiVersion, time, fieldsType: 'FieldsV1', fieldsV1: fieldsOf(fields) },
    ...more,
  });
  const own = entry(object.kind === 'Pod' ? 'kube-controller-manager' : 'kubectl', { metadata: written, ...rest }, {});
  return status === undefined ? [own] : [own, entry('kubelet', { status }, { subresource: 'status' })];
}
