/** One question to an api. */

export interface ApiRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly operationName?: string | null | undefined;
  /** Id or name of a snapshot: it alone is asked, and no other is seen. */
  readonly snapshot?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Whether the answer's extensions say what it cost. */
  readonly cost?: boolean | undefined;
}
