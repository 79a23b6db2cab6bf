/** Goes through an object once and notes what rules may be about: manifests, variables, and copies that cannot be looked into. */
import { isCopyKey, isSuspectCopy, SHORTEST_COPY_KEY } from './copies.ts';
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

/** A copy in a copy in a copy: beyond, it is not looked into. */
const DEEPEST_COPY = 4;

/** A value, and the text in which it stands. */
export interface Place {
  readonly text: JsonText;
  readonly node: number;
}

export interface SurveyOptions {
  readonly bytes: Buffer;
  readonly resource: Resource | undefined;
  readonly isKept: (secret: Manifest) => boolean;
}

/** Null for what is no JSON that can be walked. */
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
  readonly #strings = new Map<number, DecodedString>();
  #manifests: readonly Manifest[] | null = null;

  constructor(root: JsonText, { resource, isKept }: SurveyOptions) {
    this.resource = resource;
    this.#isOfSchemas = isSchemasResource(resource);
    this.#isKept = isKept;
    this.#texts.push(root);
    // The copies in a text are put behind it.
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
  open({ text, node }: Place): DecodedString {
    const start = text.outer(text.tape.start(node));
    const opened = this.#strings.get(start) ?? openString(text, node);
    this.#strings.set(start, opened);
    return opened;
  }

  #read(text: JsonText): void {
    const { tape } = text;
    const listedSecrets = new Set(text.level === 0 && isSecretsResource(this.resource) ? [0] : []);
    for (let node = 0; node < tape.size; node++) {
      const kind = tape.kind(node);
      if (kind === NodeKind.object) this.#object(text, node, listedSecrets);
      else if (kind !== NodeKind.key) continue;
      else if (isVariablesKey(tape, node)) this.#container({ text, node: node + 1 });
      else if (tape.isString(node + 1) && isCopyKeyAt(tape, node)) this.#copy({ text, node: node + 1 });
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

  #copy(place: Place): void {
    const string = this.open(place);
    if (isMark(string.bytes)) return;
    const inner = place.text.level < DEEPEST_COPY ? innerText(place.text, string) : null;
    if (inner !== null) this.#texts.push(inner);
    else if (isSuspectCopy(string.bytes, this.#isOfSchemas)) this.suspectCopies.push(place);
  }
}

/** Most keys are too short to be one, or are one word. */
function isCopyKeyAt(tape: JsonTape, key: number): boolean {
  if (tape.end(key) - tape.start(key) <= SHORTEST_COPY_KEY) return false;
  return (tape.isEscaped(key) || tape.content(key).some(isSlashOrDash)) && isCopyKey(tape.text(key));
}

function isSlashOrDash(byte: number): boolean {
  return byte === 0x2f || byte === 0x2d;
}
