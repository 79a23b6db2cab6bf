/** Caps on what an input may make us read or hold. All are settings; the defaults are far above what real captures need. */
export interface InputLimits {
  /** Entries of an archive or files of a folder. Past it the input is refused. */
  readonly entries: number;
  /** Bytes of one entry, unpacked. A larger one is skipped, with a problem. */
  readonly entryBytes: number;
  /** Bytes of all entries together, unpacked. Past it the input is refused. */
  readonly totalBytes: number;
  /** Unpacked bytes for each packed one, judged once 64 MiB are unpacked. Past it the input is refused. */
  readonly compressionRatio: number;
  /** Bytes of one object, or of one YAML document that cannot be split. A larger one is skipped, with a problem. */
  readonly objectBytes: number;
  /** Levels of objects and lists in one object. A deeper one is skipped, with a problem. */
  readonly jsonDepth: number;
  /** Aliases in one YAML document. */
  readonly yamlAliases: number;
  /** Values that aliases may add to one YAML document when it is written out. */
  readonly yamlAliasValues: number;
}

export const DEFAULT_INPUT_LIMITS: InputLimits = {
  entries: 1_000_000,
  entryBytes: 8 * 2 ** 30,
  totalBytes: 64 * 2 ** 30,
  compressionRatio: 200,
  objectBytes: 16 * 2 ** 20,
  jsonDepth: 500,
  yamlAliases: 1_000,
  yamlAliasValues: 100_000,
};
