/** Which logs are read, and how much of each. */
export interface LogChoice {
  readonly which: 'none' | 'failing' | 'all';
  /** The last so many lines. */
  readonly tailLines: number;
  /** At most so many bytes of those. */
  readonly limitBytes: number;
  /** Not older than so many seconds. */
  readonly sinceSeconds?: number | undefined;
}
