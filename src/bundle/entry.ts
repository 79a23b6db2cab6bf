/** What a capture's container (a tar, a folder, a stream) hands on: one entry at a time, in the container's order. */
import type { ProblemSeverity } from '../records/record.ts';

export type Entry = FileEntry | LinkEntry | ProblemEntry | CutEntry;

export interface FileEntry {
  readonly type: 'file';
  /** With `/` between folders; never absolute, never with `..`. */
  readonly path: string;
  /** As the container announces it; null where it does not. */
  readonly size: number | null;
  /** The bytes, once, and only until the next entry is asked for. Throws CutError where they end early. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** A symbolic link that stays inside the capture. `target` is a path like that of a file. */
export interface LinkEntry {
  readonly type: 'link';
  readonly path: string;
  readonly target: string;
}

/** An entry that was refused or could not be read. */
export interface ProblemEntry {
  readonly type: 'problem';
  readonly path: string;
  readonly severity: ProblemSeverity;
  readonly code: string;
  readonly message: string;
}

/** The container ends early, or cannot be read on from here. Always the last one. */
export interface CutEntry {
  readonly type: 'cut';
  readonly message: string;
}

/** The bytes of an entry end before the entry does. */
export class CutError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CutError';
  }
}
