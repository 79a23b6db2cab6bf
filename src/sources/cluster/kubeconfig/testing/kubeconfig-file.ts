import { pemData } from './pem.ts';

/** A kubeconfig with one context "here", as it is written. */
export function oneContext(options: {
  readonly server: string;
  readonly cluster?: object;
  readonly user?: object;
  readonly namespace?: string;
}): object {
  const { server, cluster = { 'certificate-authority-data': pemData('authority.pem') }, user = {}, namespace } = options;
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'here',
    contexts: [{ name: 'here', context: { cluster: 'cluster', user: 'jane', ...(namespace === undefined ? {} : { namespace }) } }],
    clusters: [{ name: 'cluster', cluster: { server, ...cluster } }],
    users: [{ name: 'jane', user }],
  };
}
