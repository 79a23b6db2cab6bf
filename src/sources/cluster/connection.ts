/** A way to a cluster: what a capture needs of kubeconfig/. */
import type { Transport } from './http/exchange.ts';
import type { Identity } from './kubeconfig/target.ts';

/** Who is asked, and as whom. */
export type ClusterIdentity = Identity;

export interface Connection {
  readonly identity: ClusterIdentity;
  readonly transport: Transport;
  /** Ends connections that are kept alive. */
  close(): void;
}
