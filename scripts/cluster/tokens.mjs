/** A token of a ServiceAccount, as the server issues it. */

const day = 24 * 3600;

/** @param {{ api: import('./types.ts').Api, namespace: string, name: string }} options */
export async function tokenFor({ api, namespace, name }) {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts`;
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } };
  const made = await api.request({ method: 'POST', path, body: account });
  if (made.status !== 201 && made.status !== 409) throw new Error(`ServiceAccount ${namespace}/${name} cannot be made: ${made.text}`);
  const asked = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: day } };
  const { status, text } = await api.request({ method: 'POST', path: `${path}/${name}/token`, body: asked });
  if (status !== 201) throw new Error(`No token for the ServiceAccount ${namespace}/${name}: ${text}`);
  return /** @type {string} */ (JSON.parse(text).status.token);
}
