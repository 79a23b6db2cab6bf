/** Goes through an object once and notes what rules may be about: manifests, variables, JSON in strings, and copies that cannot be looked into. */
import { beginsAsJson, isCopyKey, isSuspect, SHORTEST_COPY_KEY } from './copies.ts';
import { identitiesOf, isObject } from './identity.ts';
import type { DecodedString } from './json/decode-string.ts';
import { type JsonTape, NodeKind } from './json/json-tape.ts';
import { innerText, type JsonText, objectText, openString } from './json/json-text.ts';
import {
  isSchemasResource,
  isSecretsResource,
  type Manifest,
  type ManifestOptions,
  manifestAt,
  type Resource,
  SECRET_LIST,
  secretListItems,
} from './manifest.ts';
import { isMark } from './mark.ts';
import { isVariablesKey } from './variables/sensitive-variables.ts';

/** JSON in JSON in JSON: beyond, it is not looked into. */
const DEEPEST_TEXT = 4;
/** Real objects hold some tens. One with more was made to be slow. */
const MOST_TEXTS = 100_000;
const SPACE = 0x20;
const BACKSLASH = 0x5c;
const OPENING_BRACE = 0x7b;
const OPENING_BRACKET = 0x5b;
/** `"{}"` */
const SHORTEST_JSON = 4;

/** A value, and the text in which it stands. */
export interface Place {
  readonly text: JsonText;
  readonly node: number;
}

/** What a string says in JSON. */
export interface InnerText {
  readonly text: JsonText;
  /** By its key it is a copy of the object as it was applied. */
  readonly isCopy: boolean;
}

export interface SurveyOptions {
  readonly bytes: Buffer;
  readonly resource: Resource | undefined;
  readonly isKept: (secret: Manifest) => boolean;
}

/** Null for what is no JSON that can be walked. Throws where more than 100,000 strings in it are JSON. */
export function surveyObject(options: SurveyOptions): Survey | null {
  const text = objectText(options.bytes);
  return text === null ? null : new Survey(text, options);
}

export class Survey {
  readonly resource: Resource | undefined;
  /** Lists and maps. */
  readonly variables: Place[] = [];
  readonly suspectCopies: Place[] = [];
  readonly #isOfSchemas: boolean;
  readonly #isKept: (secret: Manifest) => boolean;
  readonly #candidates: ManifestOptions[] = [];
  readonly #texts: JsonText[] = [];
  /** Both by where a string begins in the object. */
  readonly #strings = new Map<number, DecodedString>();
  readonly #inner = new Map<number, InnerText>();
  #manifests: readonly Manifest[] | null = null;
  #identities: ReadonlyMap<JsonText, ReadonlySet<number>> | null = null;

  constructor(root: JsonText, { resource, isKept }: SurveyOptions) {
    this.resource = resource;
    this.#isOfSchemas = isSchemasResource(resource);
    this.#isKept = isKept;
    this.#texts.push(root);
    // The texts within a text are put behind it.
    for (const text of this.#texts) this.#read(text);
  }

  /** Not every rule asks. */
  get manifests(): readonly Manifest[] {
    this.#manifests ??= this.#candidates.map(manifestAt);
    return this.#manifests;
  }

  /** The captured object; null where what was captured is none. */
  get root(): Manifest | null {
    const [first] = this.manifests;
    return first !== undefined && first.node === 0 && first.text.level === 0 ? first : null;
  }

  /** It is a Secret that the user wants whole. */
  get kept(): boolean {
    const { root } = this;
    return root?.isSecret === true && this.#isKept(root);
  }

  /** What a string says; the same for all who ask for the same string. */
  open(place: Place): DecodedString {
    const start = startOf(place);
    const opened = this.#strings.get(start) ?? openString(place.text, place.node);
    this.#strings.set(start, opened);
    return opened;
  }

  /** Undefined where a string is no JSON that was looked into. */
  inner(place: Place): InnerText | undefined {
    return this.#inner.get(startOf(place));
  }

  /** What may be replaced at or below nodes of a text, in order: strings and literals, but neither the names of objects nor marks. */
  values(text: JsonText, nodes: readonly number[]): Place[] {
    this.#identities ??= identitiesOf(this.manifests.filter((manifest) => manifest === this.root || isObject(manifest)));
    const identities = this.#identities.get(text);
    const { tape } = text;
    return tape
      .within(nodes)
      .filter(
        (node) => (tape.isString(node) ? !isMark(tape.content(node)) : tape.kind(node) === NodeKind.literal) && !identities?.has(node),
      )
      .map((node) => ({ text, node }));
  }

  #read(text: JsonText): void {
    const { tape } = text;
    const listedSecrets = new Set(text.level === 0 && isSecretsResource(this.resource) ? [0] : []);
    for (let node = 0; node < tape.size; node++) {
      const kind = tape.kind(node);
      if (kind === NodeKind.object) this.#object(text, node, listedSecrets);
      else if (kind === NodeKind.string) this.#string({ text, node });
      else if (kind === NodeKind.key && isVariablesKey(tape, node)) this.#container({ text, node: node + 1 });
    }
  }

  #object(text: JsonText, node: number, listedSecrets: Set<number>): void {
    const { tape } = text;
    const kinds = tape.values(node, 'kind');
    const isListedSecret = listedSecrets.has(node);
    if (kinds.some((kind) => tape.isString(kind) && tape.is(kind, SECRET_LIST))) {
      for (const item of secretListItems(text, node)) listedSecrets.add(item);
    }
    const isRoot = node === 0 && text.level === 0;
    if (kinds.length > 0 || isListedSecret || isRoot) this.#candidates.push({ text, node, isListedSecret });
  }

  #container(place: Place): void {
    if (place.text.tape.kind(place.node) === NodeKind.array || !this.#isOfSchemas) this.variables.push(place);
  }

  #string(place: Place): void {
    const { text, node } = place;
    const hasCopyKey = text.tape.kind(node - 1) === NodeKind.key && isCopyKeyAt(text.tape, node - 1);
    if (!hasCopyKey && !mayBeJson(text.tape, node)) return;
    const string = this.open(place);
    if (isMark(string.bytes)) return;
    const inner = text.level < DEEPEST_TEXT ? innerText(text, string) : null;
    if (inner !== null) {
      if (this.#texts.length > MOST_TEXTS) throw new RangeError(`more than ${MOST_TEXTS} strings of the object are JSON`);
      this.#inner.set(startOf(place), { text: inner, isCopy: hasCopyKey });
      this.#texts.push(inner);
    } else if (isSuspect({ bytes: string.bytes, hasCopyKey, isOfSchemas: this.#isOfSchemas })) this.suspectCopies.push(place);
  }
}

function startOf({ text, node }: Place): number {
  return text.outer(text.tape.start(node));
}

/** Most strings are told from JSON by their first byte; space may stand before it, and any character be escaped. */
function mayBeJson(tape: JsonTape, node: number): boolean {
  const start = tape.start(node);
  if (tape.end(node) - start < SHORTEST_JSON) return false;
  const first = tape.bytes[start + 1];
  if (first === OPENING_BRACE || first === OPENING_BRACKET) return true;
  return (first === SPACE || first === BACKSLASH) && beginsAsJson(tape.text(node));
}

/** Most keys are too short to be one, or are one word. */
function isCopyKeyAt(tape: JsonTape, key: number): boolean {
  if (tape.end(key) - tape.start(key) <= SHORTEST_COPY_KEY) return false;
  return (tape.isEscaped(key) || tape.content(key).some(isSlashOrDash)) && isCopyKey(tape.text(key));
}

function isSlashOrDash(byte: number): boolean {
  return byte === 0x2f || byte === 0x2d;
}
