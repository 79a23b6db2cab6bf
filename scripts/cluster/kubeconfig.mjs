/** A kubeconfig with everything in it, so that the file can be moved. */
import { dump } from 'js-yaml';

/**
 * @param {object} options
 * @param {string} options.server
 * @param {string} options.ca PEM
 * @param {string} [options.token]
 * @param {import('./types.ts').KeyPair} [options.admin] where there is no token
 * @param {string} [options.namespace]
 */
export function kubeconfigText({ server, ca, token, admin, namespace }) {
  const name = 'snapgraph-test';
  const user =
    token !== undefined
      ? { token }
      : admin && { 'client-certificate-data': base64(admin.certificate), 'client-key-data': base64(admin.key) };
  return dump({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server, 'certificate-authority-data': base64(ca) } }],
    users: [{ name, user: user ?? {} }],
    contexts: [{ name, context: { cluster: name, user: name, ...(namespace === undefined ? {} : { namespace }) } }],
    'current-context': name,
  });
}

/** @param {string} text */
function base64(text) {
  return Buffer.from(text).toString('base64');
}
