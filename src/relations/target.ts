/** The kind that a pointer leads to: fixed by its rule, or said by the pointer's siblings or in its own text. */
import { canonicalKind } from '../kube/canonical-kind.ts';
import { type KindKey, kindName, splitApiVersion } from '../kube/kind.ts';
import type { JsonObject } from '../records/record.ts';
import { parseSiblingPath, readSibling } from './path.ts';
import type { PatternMatch } from './pattern.ts';
import { isPointerText } from './pointer-text.ts';
import type { RuleTarget } from './rule.ts';

/** The canonical kind, or null where the pointer names none, or one that it may not name. */
export type TargetReader = (holder: JsonObject, root: JsonObject, match: PatternMatch | null) => KindKey | null;

export function compileTarget(target: RuleTarget): TargetReader {
  if ('group' in target) return () => target;
  const allowed = target.kinds === undefined ? null : new Set(target.kinds.map(kindName));
  if ('inText' in target) {
    const kinds = new KindCache(false, allowed);
    return (_holder, _root, match) => {
      const kind = match?.kind || target.defaults.kind;
      return kind === undefined ? null : kinds.of(match?.group ?? target.defaults.group, kind);
    };
  }
  const groupPath = target.apiVersion ?? target.apiGroup;
  const readsVersion = target.apiVersion !== undefined;
  const groupSibling = groupPath === undefined ? null : parseSiblingPath(groupPath);
  const kindSibling = parseSiblingPath(target.kind);
  const kinds = new KindCache(readsVersion, allowed);
  return (holder, root) => {
    const kind = readSibling(kindSibling, holder, root) ?? target.defaults.kind;
    const group = groupSibling === null ? undefined : readSibling(groupSibling, holder, root);
    if (!isPointerText(kind)) return null;
    if (group === undefined || group === null) return kinds.of(readsVersion ? `${target.defaults.group}/` : target.defaults.group, kind);
    return group === '' || isPointerText(group) ? kinds.of(group, kind) : null;
  };
}

/** Few kinds are named often: the canonical key of each is made once. Bounded, for captured data may name any number of them. */
class KindCache {
  readonly #byGroup = new Map<string, Map<string, KindKey | null>>();
  readonly #readsVersion: boolean;
  readonly #allowed: ReadonlySet<string> | null;
  #size = 0;

  constructor(readsVersion: boolean, allowed: ReadonlySet<string> | null) {
    this.#readsVersion = readsVersion;
    this.#allowed = allowed;
  }

  /** `text` is an apiVersion or a group. */
  of(text: string, kind: string): KindKey | null {
    const known = this.#byGroup.get(text)?.get(kind);
    if (known !== undefined) return known;
    const key = canonicalKind(this.#readsVersion ? splitApiVersion(text).group : text, kind);
    const result = this.#allowed === null || this.#allowed.has(kindName(key)) ? key : null;
    if (this.#size++ > 10_000) this.#clear();
    const group = this.#byGroup.get(text) ?? new Map<string, KindKey | null>();
    group.set(kind, result);
    this.#byGroup.set(text, group);
    return result;
  }

  #clear(): void {
    this.#byGroup.clear();
    this.#size = 0;
  }
}
