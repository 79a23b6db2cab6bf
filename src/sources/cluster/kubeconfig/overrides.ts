/** kubectl's flags over what the kubeconfig says. Source: client-go, tools/clientcmd/client_config.go, getCluster and getAuthInfo. */
import type { Cluster, User } from './kubeconfig.ts';
import type { TargetOptions } from './target.ts';

export function clusterWithFlags(cluster: Cluster, options: TargetOptions): Cluster {
  const { server, certificateAuthority, insecureSkipTlsVerify = false, tlsServerName } = withoutEmpty(options);
  const ownTrust = insecureSkipTlsVerify || certificateAuthority !== undefined;
  return {
    ...cluster,
    ...(server === undefined ? {} : { server }),
    // A flag that says whom to trust replaces all that the kubeconfig says about it.
    ...(ownTrust ? { insecureSkipTlsVerify, certificateAuthority, certificateAuthorityData: undefined } : {}),
    // The name in a certificate belongs to the server that has it.
    ...(tlsServerName === undefined && server === undefined ? {} : { tlsServerName }),
  };
}

export function userWithFlags(user: User, options: TargetOptions): User {
  const { token, as, asUid, asGroups, clientCertificate, clientKey } = withoutEmpty(options);
  const impersonation = {
    ...user.impersonation,
    ...(as === undefined ? {} : { user: as }),
    ...(asUid === undefined ? {} : { uid: asUid }),
    ...(asGroups === undefined || asGroups.length === 0 ? {} : { groups: asGroups }),
  };
  const known = {
    ...user,
    ...(clientCertificate === undefined ? {} : { clientCertificate, clientCertificateData: undefined }),
    ...(clientKey === undefined ? {} : { clientKey, clientKeyData: undefined }),
    impersonation,
  };
  // A client certificate stays: kubectl sends both.
  return token === undefined ? known : { ...known, ...NO_OTHER_WAY, token };
}

const NO_OTHER_WAY: User = { tokenFile: undefined, username: undefined, password: undefined, exec: undefined, authProvider: undefined };

function withoutEmpty(options: TargetOptions): TargetOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== '')) as unknown as TargetOptions;
}
