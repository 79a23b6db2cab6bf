/** What one request shows to say who we are. PEM for certificate and key. */
export interface Credentials {
  readonly token?: string | undefined;
  readonly certificate?: string | undefined;
  readonly key?: string | undefined;
}

/** Where credentials come from that do not stand in the kubeconfig, or not for long. */
export interface CredentialSource {
  /** Good at this moment, as far as can be known. Throws ClusterAccessError; an abort throws the signal's reason. */
  current(signal: AbortSignal): Promise<Credentials>;
  /** The server did not take these: `current` gives others from now on, where there are others to be had. */
  refused(credentials: Credentials): void;
}
