/** What never leaves the cluster, unless the user says so. */
import { wholeValue } from '../edit.ts';
import type { Manifest } from '../manifest.ts';
import type { RedactionRule } from '../rule.ts';
import { leakingAnnotations } from '../secrets/secret-annotations.ts';
import { secretValues } from '../secrets/secret-values.ts';
import { sensitiveValues } from '../variables/sensitive-variables.ts';
import { mightHoldRelease, releaseValues } from './helm-releases.ts';

export const SECRET_VALUES = 'secret-values';

export const builtInRules: readonly RedactionRule[] = [
  {
    name: SECRET_VALUES,
    matches:
      'every value under `data` and `stringData` of a Secret, also of one that stands in another object (a List, a ManifestWork) or in a copy',
    why: 'It is what Secrets are for. Their keys stay: they tell whether what a pod asks for is there.',
    mightMatch: ({ secrets }) => secrets,
    find: ({ manifests, kept }) =>
      secretsOf(manifests, kept).flatMap((secret) =>
        secretValues(secret).map(({ node, bytes }) => wholeValue({ text: secret.text, node, value: bytes })),
      ),
  },
  {
    name: 'secret-annotations',
    matches:
      'annotations of a Secret that hold a copy of it (`kubectl.kubernetes.io/last-applied-configuration` and its like), or one of its values of 8 bytes or more',
    why: '`kubectl apply` and other tools write all values once more into an annotation.',
    mightMatch: ({ secrets }) => secrets,
    find: ({ manifests, kept }) =>
      secretsOf(manifests, kept).flatMap((secret) => leakingAnnotations(secret).map((node) => wholeValue({ text: secret.text, node }))),
  },
  {
    name: 'environment-values',
    matches:
      'values in lists and maps called `env` or the like, in whatever object, whose name says password, token, key, secret or the like, or which hold credentials by their form (`scheme://user:password@host`); the same in copies',
    why: 'People write passwords into pods. References (`valueFrom`, `$(NAME)`) stay, and so do names.',
    mightMatch: ({ variables }) => variables,
    find: ({ variables, kept }) =>
      (kept ? [] : variables).flatMap(({ text, node }) =>
        sensitiveValues(text.tape, node).map((value) => wholeValue({ text, node: value })),
      ),
  },
  {
    name: 'helm-releases',
    matches: '`data.release` of ConfigMaps in which Helm keeps what it deployed',
    why: 'The Secrets of a release stand in it, compressed.',
    mightMatch: mightHoldRelease,
    find: (survey) => releaseValues(survey).map(wholeValue),
  },
  {
    name: 'unreadable-copies',
    matches:
      'annotations for a copy of the object that cannot be looked into: compressed, or cut and with words in them that say Secret or env; any other text that is JSON so cut',
    why: 'What was taken out of the object may stand in them.',
    mightMatch: ({ suspectCopies }) => suspectCopies,
    find: ({ suspectCopies, kept }) => (kept ? [] : suspectCopies.map(wholeValue)),
  },
];

/** None where the object is a Secret that the user wants whole. */
function secretsOf(manifests: readonly Manifest[], kept: boolean): readonly Manifest[] {
  return kept ? [] : manifests.filter(({ isSecret }) => isSecret);
}
