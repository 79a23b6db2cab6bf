/** What names a kind, whatever version it was read in. */
export interface KindKey {
  /** '' for the core group. */
  readonly group: string;
  readonly kind: string;
}

/** Splits `apps/v1` and `v1`. Anything else with more slashes is no apiVersion: its version is all that follows the first. */
export function splitApiVersion(apiVersion: string): { group: string; version: string } {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? { group: '', version: apiVersion } : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

/** `Deployment.apps`, `Pod`: the form in which messages and maps name a kind. */
export function kindName(key: KindKey): string {
  return key.group === '' ? key.kind : `${key.kind}.${key.group}`;
}
