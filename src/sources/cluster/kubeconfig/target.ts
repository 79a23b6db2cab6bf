import type { Cluster, User } from './kubeconfig.ts';
import type { KubeconfigOptions } from './load-kubeconfig.ts';

/** Which cluster, and as whom: kubectl's flags, each over what the kubeconfig says. An empty one is as good as absent. */
export interface TargetOptions extends KubeconfigOptions {
  readonly context?: string | undefined;
  /** Names of the kubeconfig, in place of the context's. */
  readonly cluster?: string | undefined;
  readonly user?: string | undefined;
  readonly server?: string | undefined;
  readonly certificateAuthority?: string | undefined;
  readonly insecureSkipTlsVerify?: boolean | undefined;
  readonly tlsServerName?: string | undefined;
  readonly token?: string | undefined;
  readonly clientCertificate?: string | undefined;
  readonly clientKey?: string | undefined;
  readonly as?: string | undefined;
  readonly asUid?: string | undefined;
  readonly asGroups?: readonly string[] | undefined;
}

/** What was chosen, by its names. */
export interface Identity {
  /** The kubeconfig's name; null in a cluster, and where no context was needed. */
  readonly context: string | null;
  readonly cluster: string;
  /** The API server's URL, without a name and a password that may stand in it. */
  readonly server: string;
  readonly user: string | null;
  readonly namespace: string | null;
}

export interface Target {
  readonly identity: Identity;
  readonly cluster: Named<Cluster>;
  readonly user: Named<User>;
}

export interface Named<Value> {
  /** As messages call it: `the cluster "a" (FILE)`. */
  readonly called: string;
  readonly value: Value;
}
