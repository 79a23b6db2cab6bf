/** A capture as its records tell it, without an import. */
import type { LogChunk, ResourceOutcome } from '../../../../src/records/record.ts';
import { ofType, parsed, readAll } from '../../../../src/sources/testing/tar.ts';

export type CapturedObject = ReturnType<typeof parsed>;

export interface Captured {
  readonly objects: readonly CapturedObject[];
  readonly outcomes: readonly ResourceOutcome[];
  /** One of each: the part that says how reading it went. */
  readonly logs: readonly LogChunk[];
  /** Names of the documents that could be read. */
  readonly documents: readonly string[];
  /** It has a manifest. */
  readonly finished: boolean;
}

export async function readCaptured(location: string): Promise<Captured> {
  const { records } = await readAll(location);
  const end = records.at(-1);
  return {
    objects: ofType(records, 'object').map(parsed),
    outcomes: ofType(records, 'resource'),
    logs: ofType(records, 'log').filter(({ outcome }) => outcome !== undefined),
    documents: ofType(records, 'document')
      .filter(({ part }) => part === 1)
      .map(({ name }) => name),
    finished: end?.type === 'end' && end.finished,
  };
}

/** `Pod/shop/web-0`, as the truth files write it. */
export function nameOf({ kind, metadata: { namespace, name } }: CapturedObject): string {
  return [kind, namespace, name].filter((part) => part !== undefined).join('/');
}
