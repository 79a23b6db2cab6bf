/** Walks one object along a trie and drafts a reference for every pointer on the way. */
import type { JsonObject, JsonValue } from '../records/record.ts';
import type { TrieNode } from './compile.ts';
import type { CompiledRule } from './compile-rule.ts';
import { readSibling, readSiblings, type SiblingPath } from './path.ts';
import type { PatternMatch } from './pattern.ts';
import { isPointerText } from './pointer-text.ts';
import { type ReferenceDraft, ReferenceFlag } from './rule.ts';

/** Above this many fields, the keys of the object are looked up in the trie instead of the other way round. */
const FEW_FIELDS = 6;
const NO_REFERENCES: readonly ReferenceDraft[] = [];
const NO_INDEXES: readonly number[] = [];

type MutableDraft = { -readonly [Key in keyof ReferenceDraft]: ReferenceDraft[Key] };

/** One serves many objects, one after the other: nothing is allocated where nothing points. */
export class PointerWalk {
  #root: JsonObject = {};
  #namespace: string | null = null;
  readonly #indexes: number[] = [];
  #references: ReferenceDraft[] | null = null;

  /** In the order of the rules' paths (of nodes with many, of the object's own keys), lists in their own order. */
  run(trie: TrieNode, object: JsonObject, namespace: string | null, metadataOnly: boolean): readonly ReferenceDraft[] {
    this.#root = object;
    this.#namespace = namespace;
    this.#references = null;
    const metadata = metadataOnly ? trie.byKey.get('metadata') : undefined;
    if (metadata !== undefined) this.#visit(metadata, object['metadata'], object);
    else if (!metadataOnly) this.#fields(trie, object);
    return this.#references ?? NO_REFERENCES;
  }

  #fields(node: TrieNode, object: JsonObject): void {
    if (node.fields.length > FEW_FIELDS && !node.looksForAbsent) {
      for (const key in object) {
        const child = node.byKey.get(key);
        if (child !== undefined) this.#visit(child, object[key], object);
      }
      return;
    }
    for (const { key, node: child } of node.fields) {
      const value = object[key];
      if (value !== undefined && value !== null && value !== '') this.#visit(child, value, object);
      else if (child.hasDefault) this.#assume(child, object);
    }
  }

  #visit(node: TrieNode, value: JsonValue | undefined, holder: JsonObject): void {
    if (typeof value === 'string') {
      for (const rule of node.rules) this.#point(rule, value, holder);
    } else if (Array.isArray(value)) {
      if (node.items !== null) this.#items(node.items, value, holder);
    } else if (typeof value === 'object' && value !== null) {
      this.#fields(node, value);
    }
  }

  #items(node: TrieNode, list: readonly JsonValue[], holder: JsonObject): void {
    const depth = this.#indexes.length;
    for (let index = 0; index < list.length; index++) {
      this.#indexes[depth] = index;
      this.#visit(node, list[index], holder);
    }
    this.#indexes.length = depth;
  }

  #assume(node: TrieNode, holder: JsonObject): void {
    for (const rule of node.rules) {
      if (rule.defaultName === null || rule.defaultUnless.some((path) => !isAbsent(readSibling(path, holder, this.#root)))) continue;
      const flags = rule.flags | ReferenceFlag.defaulted;
      this.#draft({ rule, name: rule.defaultName, match: null, holder, written: null, flags });
    }
  }

  #point(rule: CompiledRule, text: string, holder: JsonObject): void {
    if (!isPointerText(text)) return;
    for (const { path, holds } of rule.when) if (!holds(path === null ? text : readSibling(path, holder, this.#root))) return;
    const match = rule.pattern === null ? null : rule.pattern.read(text);
    if (match === null && rule.pattern !== null) return;
    let flags = rule.flags;
    if (this.#isSet(rule.optional, holder)) flags |= ReferenceFlag.optional;
    if (this.#isSet(rule.controller, holder)) flags |= ReferenceFlag.controller;
    if (this.#isSet(rule.blockOwnerDeletion, holder)) flags |= ReferenceFlag.blockOwnerDeletion;
    this.#draft({ rule, name: match === null ? text : match.name, match, holder, written: rule.writesHolder ? holder : text, flags });
  }

  #draft(pointer: {
    rule: CompiledRule;
    name: string;
    match: PatternMatch | null;
    holder: JsonObject;
    written: JsonValue;
    flags: number;
  }): void {
    const { rule, name, match, holder } = pointer;
    const key = rule.target(holder, this.#root, match);
    if (key === null) return;
    const namespace = match?.namespace || this.#namespaceOf(rule, holder);
    if (namespace === undefined || (namespace === null && rule.needsNamespace)) return;
    const draft: MutableDraft = {
      relation: rule.relation,
      path: rule.path,
      indexes: this.#indexes.length === 0 ? NO_INDEXES : this.#indexes.slice(),
      group: key.group,
      kind: key.kind,
      namespace,
      name,
      flags: pointer.flags,
      written: pointer.written,
    };
    const uid = rule.uid === null ? undefined : readSibling(rule.uid, holder, this.#root);
    // The kubelet's events on its Node carry the Node's name for a uid.
    if (isPointerText(uid) && uid !== name) draft.uid = uid;
    const keys = rule.keys.length === 0 ? [] : rule.keys.flatMap((path) => readSiblings(path, holder, this.#root).filter(isPointerText));
    if (keys.length > 0) draft.keys = keys;
    this.#references ??= [];
    this.#references.push(draft);
  }

  /** undefined where what is written cannot be a namespace. */
  #namespaceOf(rule: CompiledRule, holder: JsonObject): string | null | undefined {
    if (rule.namespace === 'source') return this.#namespace;
    if (rule.namespace === 'cluster') return null;
    if ('fixed' in rule.namespace) return rule.namespace.fixed;
    const { path, fallback } = rule.namespace;
    let written = readSibling(path, holder, this.#root);
    if (isAbsent(written) && fallback !== null) written = readSibling(fallback, holder, this.#root);
    if (isAbsent(written)) return this.#namespace;
    return isPointerText(written) ? written : undefined;
  }

  #isSet(path: SiblingPath | null, holder: JsonObject): boolean {
    return path !== null && readSibling(path, holder, this.#root) === true;
  }
}

/** The API does not tell an empty string from none. */
function isAbsent(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '';
}
