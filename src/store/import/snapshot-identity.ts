/** What a snapshot is called, whatever is in it. */
export interface SnapshotIdentity {
  /** First 12 hex digits of the content hash, with `-n` behind it for the n-th cluster of one archive. */
  readonly id: string;
  /** Where the capture names none. */
  readonly name: string;
  readonly contentHash: string;
}
