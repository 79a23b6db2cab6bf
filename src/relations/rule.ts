/**
 * A relation rule: data that says where an object of some kind points at another, and what the pointer means.
 * The references at import, the GraphQL fields, docs/relations.md and the tests all come from the rules.
 */
import type { KindKey } from '../kube/kind.ts';
import type { Requirement } from '../kube/requirement.ts';
import type { JsonObject } from '../records/record.ts';
import type { SpecHolder } from './template-holders.ts';

/**
 * The kinds that a rule starts from: one, several, every kind (`*`), every kind that is not built in (`custom`), every kind of
 * some groups, some that hold the same spec, or everything that has a pod's spec:
 * `PodSpec` stands for Pod and every kind with a pod template (template-holders.ts), with the rule's path below that spec.
 */
export type RuleSource = KindKey | readonly KindKey[] | 'PodSpec' | '*' | 'custom' | GroupSource | HolderSource;

/** Kinds that hold the same spec, each where it keeps it; the rule's path begins below. */
export interface HolderSource {
  readonly holders: readonly SpecHolder[];
}

/** Groups whose kinds their users make, or nobody can list: by name, or (`*.upbound.io`) all below a domain. */
export interface GroupSource {
  readonly groups: readonly string[];
}

/**
 * What a pointer leads to. Paths are siblings of the pointer: they are read from the object that holds the name,
 * or, where they begin with `$.`, from the whole object.
 */
export type RuleTarget =
  | { readonly group: string; readonly kind: string }
  | {
      /** Sibling with `group/version` (`apiVersion`), or with the group alone (`apiGroup`, `group`). */
      readonly apiVersion?: string;
      readonly apiGroup?: string;
      readonly kind: string;
      readonly defaults: { readonly group: string; readonly kind?: string };
      /** Where the API says so: the kinds that this pointer may name; others are not followed. */
      readonly kinds?: readonly KindKey[];
    }
  | {
      /** The groups `kind` and `group` of the rule's pattern say it. */
      readonly inText: true;
      readonly defaults: { readonly group: string; readonly kind?: string };
      readonly kinds?: readonly KindKey[];
    };

export interface RelationRule {
  /** Stable name of the relation, kebab-case; several rules may share one. */
  readonly relation: string;
  readonly from: RuleSource;
  /** Path to the name: `spec.volumes[].secret.secretName`; `[]` steps into each item; a key with dots or slashes is quoted: `metadata.annotations['a.b/c']`. */
  readonly path: string;
  /**
   * Where the text at the path is more than a name: an RE2 expression of the whole text, whose group `name` is the name, and whose groups
   * `namespace`, `kind` and `group`, where it has them, say the rest: `(?<namespace>[^/]+)/(?<name>[^/]+)`. A text that does not match is no pointer.
   * Where the text says no namespace, `namespace` below decides; where it says no kind or group, the target's defaults.
   */
  readonly pattern?: string;
  readonly target: RuleTarget;
  /**
   * `source`: the source's own; `cluster`: none; `fixed`: where the API looks, whoever points; else a sibling path, then the path `default`, then the source's own.
   * A path that yields none makes no pointer where the target is known to be namespaced. The store drops it where the kind is cluster-scoped.
   */
  readonly namespace: 'source' | 'cluster' | { readonly fixed: string } | { readonly path: string; readonly default?: string };
  /** Sibling path of the pointer's uid, where it has one. */
  readonly uid?: string;
  /** Sibling path of a boolean that makes a missing target no fault. */
  readonly optional?: string;
  /** The API makes every such pointer optional. */
  readonly alwaysOptional?: boolean;
  /** Sibling paths of the booleans that become these flags. */
  readonly flags?: { readonly controller: string; readonly blockOwnerDeletion: string };
  /** Siblings that decide whether this is such a pointer at all: every condition must hold. */
  readonly when?: readonly RuleCondition[];
  /** The name to assume where the field and all of these sibling paths are absent or empty; the reference is then flagged `defaulted`. */
  readonly default?: { readonly name: string; readonly unless: readonly string[] };
  /** Sibling paths of keys of the target's data that must be there: `key`, `items[].key`. */
  readonly keys?: readonly string[];
  /** History, status, hints: never counted as dangling. */
  readonly weak?: boolean;
  /** GraphQL field on the source's kinds, and on the target's; absent: reachable through references and related only. */
  readonly forward?: RelationField;
  readonly reverse?: RelationField;
  /** Kubernetes document or source that the rule follows. */
  readonly source: string;
}

/**
 * `in`: the sibling is one of these strings ('' stands for absent, too) · `notIn`: it is none of them ·
 * `without`: it is a string that does not contain this one (without a path: the text at the rule's own path) · `absent`: it is not there, not even empty · `present`: it is there, empty or not ·
 * `is`: it is true; or it is not (false, absent).
 */
export type RuleCondition =
  | { readonly path: string; readonly in: readonly string[] }
  | { readonly path: string; readonly notIn: readonly string[] }
  | { readonly path?: string; readonly without: string }
  | { readonly path: string; readonly absent: true }
  | { readonly path: string; readonly present: true }
  | { readonly path: string; readonly is: boolean };

/** `name` is a list (a connection) unless `one`. `workloads` is the reverse name on templates where Pods have their own. */
export interface RelationField {
  readonly name: string;
  readonly one?: true;
  /** Reverse only: the field that lists the workload templates, beside `name` that lists Pods. */
  readonly workloads?: string;
  /** Forward only: lists only targets of this kind, where the pointer may lead to several. */
  readonly kind?: KindKey;
  /** Reverse only: the kinds that have the field, where the pointer may lead to several. */
  readonly on?: readonly KindKey[];
}

/** Relations that no path expresses. Each yields drafts from a canonical object. */
export interface CodedRelation {
  readonly relation: string;
  /** `*`: it looks at every object, so it must tell at once where there is nothing. */
  readonly from: KindKey | '*';
  /** It is made alike for everything that has a pod's spec. */
  readonly everyPodSpec?: true;
  readonly forward?: RelationField;
  readonly reverse?: RelationField;
  readonly target: KindKey | '*';
  /** Where the target is `*`: the kinds that it can only be of, where they can be listed. */
  readonly among?: readonly KindKey[];
  /** It yields selectors. */
  readonly selects?: true;
  /** The store joins it once all objects are in, to those that are there: no ghost tells what is not. */
  readonly joined?: true;
  /** Its selectors may look into other namespaces than that of their source. */
  readonly crossesNamespaces?: true;
  readonly source: string;
  /** What it reads and what it makes of it, in a line of the documentation. */
  readonly describe: string;
  readonly extract: (input: {
    readonly object: JsonObject;
    readonly key: KindKey;
    readonly namespace: string | null;
    readonly name: string;
  }) => {
    readonly references?: readonly ReferenceDraft[];
    readonly selectors?: readonly SelectorDraft[];
    readonly patterns?: readonly NamePatternDraft[];
  };
}

/** Bits of `reference.flags`, the same in the store. */
export const ReferenceFlag = {
  optional: 1,
  defaulted: 2,
  weak: 4,
  raced: 8,
  controller: 16,
  blockOwnerDeletion: 32,
} as const;

/** A pointer as it stands in the source; only the store knows what it leads to. */
export interface ReferenceDraft {
  readonly relation: string;
  /** `spec.volumes[].secret.secretName`, with one number in `indexes` for each `[]`. */
  readonly path: string;
  readonly indexes: readonly number[];
  /** Canonical. Of an external target the group is `external`. */
  readonly group: string;
  readonly kind: string;
  /** Where the target lies if its kind is namespaced. */
  readonly namespace: string | null;
  readonly name: string;
  readonly uid?: string;
  readonly flags: number;
  /** Keys of the target's data that the pointer needs. */
  readonly keys?: readonly string[];
  /** The pointer as it stands: the object that holds the name, or the name itself. Becomes `written`. */
  readonly written: unknown;
}

/** A label selector as it stands in the source: resolved when asked, through the label index. */
export interface SelectorDraft {
  readonly relation: string;
  readonly path: string;
  readonly indexes: readonly number[];
  readonly group: string;
  readonly kind: string;
  /** null: in every namespace; '': only what names no namespace. */
  readonly namespace: string | null;
  /** All must hold; empty selects everything. What selects nothing is not emitted. */
  readonly requirements: readonly Requirement[];
}

/**
 * A set of objects known by their names: `prefix`, a hyphen and digits, nothing else (`data-web` has `data-web-0`, not `mydata-web-0`).
 * Resolved at import to one reference for each such object of the snapshot that no reference of the same relation names already; it makes no ghosts.
 */
export interface NamePatternDraft {
  readonly relation: string;
  readonly path: string;
  readonly indexes: readonly number[];
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly prefix: string;
  readonly flags: number;
}

/** All that one object points at. */
export interface Extraction {
  readonly references: readonly ReferenceDraft[];
  readonly selectors: readonly SelectorDraft[];
  readonly patterns?: readonly NamePatternDraft[];
}
