/**
 * Helm keeps each release in an object: by default in a Secret, with its ConfigMap driver in a ConfigMap. What it deployed, Secrets too, stands in
 * `data.release`, compressed and in base64. Sources: Helm 3, pkg/storage/driver/cfgmaps.go; Helm 2 (Tiller), the same file of its time.
 */
import type { Glance } from '../glance.ts';
import type { JsonTape } from '../json/json-tape.ts';
import type { Manifest } from '../manifest.ts';
import { isMark } from '../mark.ts';

const NAME = 'sh.helm.release.v1.';
const OWNERS: ReadonlyMap<string, string> = new Map([
  ['owner', 'helm'],
  ['OWNER', 'TILLER'],
]);

const FIELD = '"release';
const HINT = /sh\.helm\.release\.v1\.|"(?:owner|OWNER)["\\]/;

export function mightHoldRelease({ text, odd }: Glance): boolean {
  return odd || (text.includes(FIELD) && HINT.test(text));
}

/** Of what is no Secret: a Secret's values go as such. */
export function releaseValues({ text, node, names, isSecret }: Manifest): readonly number[] {
  if (isSecret || !(names.some((name) => name.startsWith(NAME)) || isOwnedByHelm(text.tape, node))) return [];
  const { tape } = text;
  const values = tape.values(node, 'data').flatMap((data) => tape.values(data, 'release'));
  return values.filter((value) => tape.isString(value) && !isMark(tape.content(value)));
}

function isOwnedByHelm(tape: JsonTape, node: number): boolean {
  const labels = tape.values(node, 'metadata').flatMap((metadata) => tape.values(metadata, 'labels'));
  return labels.some((holder) =>
    [...OWNERS].some(([label, owner]) => tape.values(holder, label).some((value) => tape.isString(value) && tape.is(value, owner))),
  );
}
