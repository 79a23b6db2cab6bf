/** The cluster that this program runs in, as a pod with a ServiceAccount. Source: client-go, rest/config.go, InClusterConfig. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import type { KubeconfigOptions } from './load-kubeconfig.ts';
import type { Target } from './target.ts';

const SERVICE_ACCOUNT_FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Null where this is no pod, or one without a token. */
export function inCluster({ environment, serviceAccountFolder: folder = SERVICE_ACCOUNT_FOLDER }: KubeconfigOptions): Target | null {
  const host = environment['KUBERNETES_SERVICE_HOST'] ?? '';
  const port = environment['KUBERNETES_SERVICE_PORT'] ?? '';
  const tokenFile = join(folder, 'token');
  if (host === '' || port === '' || statSync(tokenFile, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const server = `https://${isIPv6(host) ? `[${host}]` : host}:${port}`;
  const authority = join(folder, 'ca.crt');
  return {
    identity: { context: null, cluster: 'in-cluster', server, user: null, namespace: namespaceIn(folder) },
    cluster: {
      called: 'the cluster that this runs in',
      value: { server, certificateAuthority: existsSync(authority) ? authority : undefined },
    },
    user: { called: 'the ServiceAccount that this runs as', value: { tokenFile } },
  };
}

function namespaceIn(folder: string): string | null {
  const file = join(folder, 'namespace');
  const namespace = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  return namespace === '' ? null : namespace;
}
