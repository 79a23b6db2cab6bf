/** The files of deploy/ as objects. */
import { readFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Readonly<Record<string, string>> };
  readonly [field: string]: unknown;
}

export function deployFile(name: string): string {
  return readFileSync(new URL(`../../deploy/${name}`, import.meta.url), 'utf8');
}

/** All documents of a file. */
export function manifestsOf(name: string): readonly Manifest[] {
  return loadAll(deployFile(name)) as Manifest[];
}

/** @throws Error where there is not exactly one of the kind. */
export function onlyOf(manifests: readonly Manifest[], kind: string): Manifest {
  const [found, ...more] = manifests.filter((manifest) => manifest.kind === kind);
  if (found === undefined || more.length > 0) throw new Error(`${1 + more.length} of kind ${kind}, not one.`);
  return found;
}
