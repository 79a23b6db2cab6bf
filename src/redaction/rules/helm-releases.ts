/**
 * Helm keeps each release in an object: by default in a Secret, with its ConfigMap driver in a ConfigMap. What it deployed, Secrets too, stands in
 * `data.release`, compressed and in base64. Sources: Helm 3, pkg/storage/driver/cfgmaps.go; Helm 2 (Tiller), the same file of its time.
 */
import type { Glance } from '../glance.ts';
import type { JsonTape } from '../json/json-tape.ts';
import type { Resource } from '../manifest.ts';
import { isMark } from '../mark.ts';
import type { Place, Survey } from '../survey.ts';

const NAME = 'sh.helm.release.v1.';
const OWNERS: ReadonlyMap<string, string> = new Map([
  ['owner', 'helm'],
  ['OWNER', 'TILLER'],
]);

const FIELD = /release["\\]/;

/** Helm makes these objects itself: nobody writes one into another object. */
function mayBeRelease(resource: Resource | undefined): boolean {
  return resource === undefined || (resource.group === '' && resource.resource === 'configmaps');
}

export function mightHoldRelease({ text, odd, resource }: Glance): boolean {
  return mayBeRelease(resource) && (odd || FIELD.test(text));
}

/** Of what is no Secret: a Secret's values go as such. */
export function releaseValues({ root, resource }: Survey): readonly Place[] {
  if (root === null || root.isSecret || !mayBeRelease(resource)) return [];
  const { text, node, names } = root;
  const { tape } = text;
  if (!names.some((name) => name.startsWith(NAME)) && !isOwnedByHelm(tape, node)) return [];
  const values = tape.values(node, 'data').flatMap((data) => tape.values(data, 'release'));
  return values.filter((value) => tape.isString(value) && !isMark(tape.content(value))).map((value) => ({ text, node: value }));
}

function isOwnedByHelm(tape: JsonTape, node: number): boolean {
  const labels = tape.values(node, 'metadata').flatMap((metadata) => tape.values(metadata, 'labels'));
  return labels.some((holder) =>
    [...OWNERS].some(([label, owner]) => tape.values(holder, label).some((value) => tape.isString(value) && tape.is(value, owner))),
  );
}
