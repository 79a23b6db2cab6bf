import type { Transport } from './http/exchange.ts';

/** Who is asked, and as whom. */
export interface ClusterIdentity {
  /** The kubeconfig's name for it; null within a cluster. */
  readonly context: string | null;
  readonly cluster: string;
  readonly server: string;
  readonly user: string | null;
  /** Of the context: tried where the namespaces cannot be listed. */
  readonly namespace: string | null;
}

/** A way to a cluster. */
export interface Connection {
  readonly identity: ClusterIdentity;
  readonly transport: Transport;
  /** Ends connections that are kept alive. */
  close(): void;
}
