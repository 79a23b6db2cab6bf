/** The spellings of a kind's names: what may be granted to it, in the order of preference. */
import type { KindKey } from './kind.ts';
import { pluralOf } from './plural.ts';
import { shortHash } from './short-hash.ts';

/** A GraphQL type, and its root fields for one object and for a list of them. */
export interface Names {
  readonly type: string;
  readonly singular: string;
  readonly plural: string;
}

export function bare(kind: string): Names {
  return naming(kind, '');
}

/** `Kind_group_with_underscores`; the core group is called core, as in a bundle's paths. */
export function grouped(key: KindKey): Names {
  return naming(key.kind, `_${sanitized(key.group === '' ? 'core' : key.group)}`);
}

export function hashed(key: KindKey, hashOf: string): Names {
  return naming(key.kind, `_${sanitized(key.group === '' ? 'core' : key.group)}_${shortHash(hashOf)}`);
}

function naming(kind: string, suffix: string): Names {
  const type = valid(`${sanitized(kind)}${suffix}`);
  const singular = lowerFirstWord(sanitized(kind));
  const plural = pluralOf(kind, singular);
  return {
    type,
    singular: valid(`${singular}${suffix}`),
    plural: valid(`${plural === singular ? `${plural}List` : plural}${suffix}`),
  };
}

/**
 * The kinds, all in lower case, of which a name may be one, whatever its case and suffix: those that `naming` would have made it from.
 * Only kinds that are plain words are found so.
 */
export function spellingsBehind(name: string): string[] {
  const [word = ''] = name.toLowerCase().split('_');
  const without = (ending: string, instead = '') => (word.endsWith(ending) ? [word.slice(0, -ending.length) + instead] : []);
  return [word, ...without('s'), ...without('es'), ...without('ies', 'y'), ...without('list')];
}

function sanitized(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/g, '_');
}

/** GraphQL names begin with a letter or one underscore: two are for introspection. */
function valid(name: string): string {
  const single = name.replace(/^__+/, '_');
  return /^[A-Za-z_]/.test(single) ? single : `_${single}`;
}

/** HTTPRoute → httpRoute, CSIDriver → csiDriver, DNS → dns, L2Advertisement → l2Advertisement, OAuthClient → oAuthClient. */
function lowerFirstWord(kind: string): string {
  const capitals = /^[A-Z]+/.exec(kind)?.[0].length ?? 0;
  const word = capitals > 1 && /^[a-z]/.test(kind.slice(capitals)) ? capitals - 1 : capitals;
  return kind.slice(0, word).toLowerCase() + kind.slice(word);
}
