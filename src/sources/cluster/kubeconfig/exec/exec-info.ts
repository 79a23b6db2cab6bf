/** What a plugin is told: an ExecCredential in KUBERNETES_EXEC_INFO. Source: client-go, pkg/apis/clientauthentication/v1/types.go. */
import { optional } from '../../../../records/json-fields.ts';
import type { Cluster, ExecConfig } from '../kubeconfig.ts';
import { readNamedFile } from '../named-file.ts';
import type { Named } from '../target.ts';
import { execApiVersions } from './exec-version.ts';

export function execInfo(options: { readonly exec: ExecConfig; readonly cluster: Named<Cluster>; readonly interactive: boolean }): string {
  const { exec, cluster, interactive } = options;
  const tellsCluster = exec.provideClusterInfo && execApiVersions.get(exec.apiVersion)?.tellsCluster === true;
  return JSON.stringify({
    kind: 'ExecCredential',
    apiVersion: exec.apiVersion,
    spec: { ...(tellsCluster ? { cluster: execCluster(cluster) } : {}), interactive },
  });
}

function execCluster({ called, value: cluster }: Named<Cluster>): object {
  return {
    server: cluster.server,
    ...optional('tls-server-name', cluster.tlsServerName),
    ...(cluster.insecureSkipTlsVerify === true ? { 'insecure-skip-tls-verify': true } : {}),
    ...optional('certificate-authority-data', authorityData(cluster, called)),
    ...optional('proxy-url', cluster.proxyUrl),
    ...(cluster.disableCompression === true ? { 'disable-compression': true } : {}),
    config: cluster.pluginConfig ?? null,
  };
}

/** A plugin gets the content, wherever it stands. */
function authorityData({ certificateAuthority, certificateAuthorityData }: Cluster, called: string): string | undefined {
  if (certificateAuthorityData !== undefined || certificateAuthority === undefined) return certificateAuthorityData;
  return readNamedFile({ path: certificateAuthority, field: 'certificate-authority', called }).toString('base64');
}
