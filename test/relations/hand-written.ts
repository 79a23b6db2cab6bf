/** Examples that no API server of the tests can be asked about, and why: all of a kind, or one by its name. */
import { stringAt } from '../../src/kube/safe.ts';
import type { JsonObject } from '../../src/records/record.ts';

export interface HandWritten {
  /** As it is written in the examples. */
  readonly apiVersion: string;
  readonly kind: string;
  /** All examples of the kind where left out. */
  readonly name?: string;
  readonly reason: string;
}

export const handWritten: readonly HandWritten[] = [];

/** The reason why an example is hand-written; null where a server must accept it. */
export function handWrittenReason({ apiVersion, kind, metadata }: JsonObject): string | null {
  const row = handWritten.find(
    (entry) =>
      entry.apiVersion === apiVersion && entry.kind === kind && (entry.name === undefined || entry.name === stringAt(metadata, 'name')),
  );
  return row?.reason ?? null;
}
