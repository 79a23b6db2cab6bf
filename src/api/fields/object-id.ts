/** The opaque id of an object: the same after a second import, distinct between snapshots. */
import type { ObjectKey } from '../../store/reader.ts';
import { badUserInput } from '../errors.ts';

export interface DecodedId {
  readonly snapshot: string;
  readonly key: ObjectKey;
}

/** base64url of the JSON list [snapshot id, canonical group, kind, namespace, name]: JSON's quotes keep the parts apart. */
export function objectId(snapshot: string, { group, kind, namespace, name }: ObjectKey): string {
  return Buffer.from(JSON.stringify([snapshot, group, kind, namespace, name])).toString('base64url');
}

/** Throws BAD_USER_INPUT where the text is no id of ours. */
export function decodeObjectId(id: string): DecodedId {
  const parts = readParts(id);
  if (parts === null) throw badUserInput('id', 'This is no id that an object of Snapgraph has. Take it from the field id of an object.');
  const [snapshot, group, kind, namespace, name] = parts;
  return { snapshot, key: { group, kind, namespace, name } };
}

type Parts = readonly [string, string, string, string | null, string];

function readParts(id: string): Parts | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(id, 'base64url').toString());
    return isParts(parts) ? parts : null;
  } catch {
    return null;
  }
}

function isParts(parts: unknown): parts is Parts {
  if (!Array.isArray(parts) || parts.length !== 5) return false;
  return parts.every((part, index) => typeof part === 'string' || (index === 3 && part === null));
}
