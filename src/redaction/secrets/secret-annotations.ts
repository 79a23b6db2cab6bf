/** The annotations of a Secret in which its values stand once more. */
import { beginsAsJson, isCopyKey, ODD_ESCAPE } from '../copies.ts';
import { NodeKind } from '../json/json-tape.ts';
import type { Manifest } from '../manifest.ts';
import { isMark } from '../mark.ts';
import { secretValues } from './secret-values.ts';

/** Shorter values stand in other words by chance. */
const SHORTEST_VALUE = 8;
/** Bytes of annotations times values to look for. A Secret that asks for more was made to be slow, and all of its annotations go. */
const MOST_WORK = 2 ** 28;

/** A field of the object's, in a copy of it: Kopf keeps neither kind nor apiVersion. */
const HOLDS_DATA = new RegExp(`"(?:d|stringD)ata\\\\*"|${ODD_ESCAPE.source}`);

/** The values of the annotations that go: copies of the object, whatever is in them, and those that hold one of the Secret's values. */
export function leakingAnnotations(secret: Manifest): number[] {
  const annotations = annotationsOf(secret).filter(({ bytes }) => bytes.length > 0 && !isMark(bytes));
  const copies = annotations.filter(isCopy);
  const others = annotations.filter((annotation) => !copies.includes(annotation));
  return [...copies, ...holdingValues(secret, others)].map(({ node }) => node);
}

/** An annotation is a text. One that is an object or a list may be anything. */
function isCopy({ key, isContainer, bytes }: Annotation): boolean {
  if (isContainer || (key !== null && isCopyKey(key))) return true;
  const text = bytes.toString('latin1');
  return beginsAsJson(text) && HOLDS_DATA.test(text);
}

function holdingValues(secret: Manifest, annotations: readonly Annotation[]): readonly Annotation[] {
  if (annotations.length === 0) return [];
  const values = writingsOf(secret);
  const read = annotations.map((annotation) => ({ annotation, texts: readingsOf(annotation.bytes) }));
  const work = read.reduce((sum, { texts }) => sum + texts.reduce((bytes, text) => bytes + text.length, 0), 0) * values.length;
  if (work > MOST_WORK) return annotations;
  const holds = (text: string): boolean => values.some((value) => text.includes(value));
  return read.filter(({ texts }) => texts.some(holds)).map(({ annotation }) => annotation);
}

interface Annotation {
  /** Null where `annotations` itself is no object. */
  readonly key: string | null;
  readonly node: number;
  readonly isContainer: boolean;
  readonly bytes: Buffer;
}

function annotationsOf({ text, node }: Manifest): Annotation[] {
  const { tape } = text;
  const annotation = (key: string | null, value: number): Annotation => ({
    key,
    node: value,
    isContainer: tape.kind(value) === NodeKind.object || tape.kind(value) === NodeKind.array,
    bytes: tape.isString(value) ? tape.content(value) : tape.json(value),
  });
  const holders = tape.values(node, 'metadata').flatMap((metadata) => tape.values(metadata, 'annotations'));
  return holders.flatMap((holder): Annotation[] =>
    tape.kind(holder) === NodeKind.object
      ? tape.keys(holder).map((key) => annotation(tape.text(key), key + 1))
      : [annotation(null, holder)],
  );
}

/** The ways in which a text may hold the values: as they are, without the space around or in them, in base64. */
function writingsOf(secret: Manifest): string[] {
  const writings = secretValues(secret).flatMap((value): string[] => {
    const bytes = value.bytes();
    if (bytes.length < SHORTEST_VALUE) return [];
    // A character a byte, for what is no UTF-8 must be found as well.
    const text = bytes.toString('latin1');
    return [text, text.trim(), withoutSpace(text), bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url')];
  });
  return [...new Set(writings)].filter((writing) => writing.length >= SHORTEST_VALUE);
}

/** What a text says, and what it says as JSON, and as JSON in JSON: each also without its space, for base64 and PEM are broken into lines and indented. */
function readingsOf(bytes: Buffer): string[] {
  const text = bytes.toString('latin1');
  const once = withoutEscapes(text);
  const readings = [text, once, withoutEscapes(once)];
  return [...new Set([...readings, ...readings.map(withoutSpace)])];
}

function withoutSpace(text: string): string {
  return text.replace(/[ \t\r\n]+/g, '');
}

/** In bytes as they are, an escape becomes the bytes of its character. */
function withoutEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/(?:\\u[0-9a-fA-F]{4})+|\\["\\/bfnrt]/g, (escapes) => Buffer.from(JSON.parse(`"${escapes}"`)).toString('latin1'));
}
