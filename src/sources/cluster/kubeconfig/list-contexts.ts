import { type KubeconfigOptions, loadKubeconfig } from './load-kubeconfig.ts';

/** A context that can be named, whether it leads anywhere or not. */
export interface KnownContext {
  readonly name: string;
  readonly cluster: string;
  /** Null where its cluster is not there. */
  readonly server: string | null;
  readonly user: string | null;
  readonly namespace: string | null;
  /** The kubeconfig's current-context. */
  readonly isCurrent: boolean;
}

/** The contexts of the kubeconfig, in its order. Reads files only. Throws ClusterAccessError for a broken kubeconfig. */
export function listContexts(options: KubeconfigOptions): readonly KnownContext[] {
  const { contexts, clusters, currentContext } = loadKubeconfig(options);
  return [...contexts].map(([name, { value }]) => ({
    name,
    cluster: value.cluster,
    server: clusters.get(value.cluster)?.value.server ?? null,
    user: value.user === '' ? null : value.user,
    namespace: value.namespace ?? null,
    isCurrent: name === currentContext,
  }));
}
