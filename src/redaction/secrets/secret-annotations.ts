/** The annotations of a Secret in which its values stand once more. */
import { isCopyKey } from '../copies.ts';
import { NodeKind } from '../json/json-tape.ts';
import type { Manifest } from '../manifest.ts';
import { isMark } from '../mark.ts';
import { secretValues } from './secret-values.ts';

/** Shorter values stand in other words by chance. */
const SHORTEST_VALUE = 8;
/** Bytes of annotations times values to look for. A Secret that asks for more was made to be slow, and all of its annotations go. */
const MOST_WORK = 2 ** 28;

/** The values of the annotations that go: copies of the object, whatever is in them, and those that hold one of the Secret's values. */
export function leakingAnnotations(secret: Manifest): number[] {
  const annotations = annotationsOf(secret).filter(({ bytes }) => bytes.length > 0 && !isMark(bytes));
  const copies = annotations.filter(({ key }) => key !== null && isCopyKey(key));
  const others = annotations.filter((annotation) => !copies.includes(annotation));
  return [...copies, ...holdingValues(secret, others)].map(({ node }) => node);
}

function holdingValues(secret: Manifest, annotations: readonly Annotation[]): readonly Annotation[] {
  if (annotations.length === 0) return [];
  const writings = writingsOf(secret);
  const work = annotations.reduce((sum, { bytes }) => sum + bytes.length, 0) * writings.length;
  return work > MOST_WORK ? annotations : annotations.filter(({ bytes }) => writings.some((writing) => bytes.includes(writing)));
}

interface Annotation {
  /** Null where `annotations` itself is no object. */
  readonly key: string | null;
  readonly node: number;
  readonly bytes: Buffer;
}

function annotationsOf({ text, node }: Manifest): Annotation[] {
  const { tape } = text;
  const bytesOf = (value: number): Buffer => (tape.isString(value) ? tape.content(value) : tape.json(value));
  const holders = tape.values(node, 'metadata').flatMap((metadata) => tape.values(metadata, 'annotations'));
  return holders.flatMap((holder): Annotation[] =>
    tape.kind(holder) === NodeKind.object
      ? tape.keys(holder).map((key) => ({ key: tape.text(key), node: key + 1, bytes: bytesOf(key + 1) }))
      : [{ key: null, node: holder, bytes: bytesOf(holder) }],
  );
}

/** The ways in which a text may hold the values: as they are, without the space around them, in base64, in JSON as Go and as others write it. */
function writingsOf(secret: Manifest): Buffer[] {
  const writings = new Set<string>();
  for (const value of secretValues(secret)) {
    const bytes = value.bytes();
    if (bytes.length < SHORTEST_VALUE) continue;
    // A character a byte, for what is no UTF-8 must be found as well.
    const text = bytes.toString('latin1');
    const inJson = JSON.stringify(text).slice(1, -1);
    const inGo = inJson.replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
    for (const writing of [text, text.trim(), inJson, inGo, bytes.toString('base64').replace(/=+$/, '')]) writings.add(writing);
  }
  return [...writings].filter((writing) => writing.length >= SHORTEST_VALUE).map((writing) => Buffer.from(writing, 'latin1'));
}
