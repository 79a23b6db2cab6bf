/** The shape of the table of CRDs. */

/** A Go module that carries CRD files. */
export interface CrdModule {
  readonly module: string;
  readonly version: string;
  /** As go.sum has it. */
  readonly sum: string;
  /** API groups whose kinds are taken from it; where modules share a group, `group/Kind`. */
  readonly groups: readonly string[];
  /** Files, or folders whose files are meant, in the module. */
  readonly paths: readonly string[];
}
