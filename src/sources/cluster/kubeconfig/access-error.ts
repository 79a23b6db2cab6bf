/** What keeps us from a cluster before the first request. The message names the file, context or program, and says what to do. */
export type ClusterAccessCode =
  /** A kubeconfig, or a file that it names, is absent or cannot be read. */
  | 'UNREADABLE'
  /** A kubeconfig, or what it says of the chosen context, is broken or contradicts itself. */
  | 'INVALID'
  /** A context, cluster or user of that name does not exist. */
  | 'UNKNOWN_NAME'
  | 'NO_CONTEXT'
  /** No credentials could be had: a plugin, a token file, an identity provider. */
  | 'CREDENTIALS';

export class ClusterAccessError extends Error {
  override readonly name = 'ClusterAccessError';
  readonly code: ClusterAccessCode;
  /** The name as it was given and those there are, for "Did you mean …?". */
  readonly close: { readonly name: string; readonly candidates: readonly string[] } | undefined;

  constructor(code: ClusterAccessCode, message: string, options: ErrorOptions & { readonly close?: ClusterAccessError['close'] } = {}) {
    super(message, options);
    this.code = code;
    this.close = options.close;
  }
}
