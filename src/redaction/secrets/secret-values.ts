/** The values of a Secret. */
import { type JsonTape, NodeKind } from '../json/json-tape.ts';
import type { Manifest } from '../manifest.ts';
import { isMark } from '../mark.ts';
import { decodeBase64 } from './base64.ts';

export interface SecretValue {
  /** Null where `data` itself is no object. */
  readonly key: string | null;
  readonly node: number;
  /** What it stands for: of `data` decoded, where it can be; of what is no string, its JSON. */
  bytes(): Buffer;
}

const FIELDS = ['data', 'stringData'];

const remembered = new WeakMap<Manifest, readonly SecretValue[]>();

/** Each under `data` and `stringData`, whatever its type. Null is none, and what was redacted before is none any more. */
export function secretValues(secret: Manifest): readonly SecretValue[] {
  const known = remembered.get(secret) ?? valuesOf(secret);
  remembered.set(secret, known);
  return known;
}

function valuesOf({ text, node }: Manifest): SecretValue[] {
  const { tape } = text;
  return FIELDS.flatMap((field) => tape.values(node, field).flatMap((holder) => valuesIn(tape, field, holder))).filter(
    (value) => !tape.isString(value.node) || !isMark(tape.text(value.node)),
  );
}

function valuesIn(tape: JsonTape, field: string, holder: number): SecretValue[] {
  if (tape.kind(holder) !== NodeKind.object) return isNull(tape, holder) ? [] : [valueAt({ tape, field, key: null, node: holder })];
  const keys = tape.keys(holder).filter((key) => !isNull(tape, key + 1));
  return keys.map((key) => valueAt({ tape, field, key: tape.text(key), node: key + 1 }));
}

interface ValueOptions {
  readonly tape: JsonTape;
  readonly field: string;
  readonly key: string | null;
  readonly node: number;
}

function valueAt({ tape, field, key, node }: ValueOptions): SecretValue {
  let decoded: Buffer | null = null;
  return {
    key,
    node,
    bytes: () => {
      decoded ??= bytesOf(tape, field, node);
      return decoded;
    },
  };
}

function bytesOf(tape: JsonTape, field: string, node: number): Buffer {
  if (!tape.isString(node)) return tape.json(node);
  const content = tape.content(node);
  return field === 'data' ? (decodeBase64(content) ?? content) : content;
}

function isNull(tape: JsonTape, node: number): boolean {
  return tape.kind(node) === NodeKind.literal && tape.json(node).toString('latin1') === 'null';
}
