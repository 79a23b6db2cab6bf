import type { InputLimits } from '../records/input-limits.ts';
import type { RecordBatch } from '../records/record.ts';
import type { Capture } from './input/capture.ts';

/** The first bytes of one entry, from which a layout may know itself. */
export interface Sample {
  readonly path: string;
  readonly head: Uint8Array;
}

export interface Recognised {
  /** The folder that all entries lie in, with its slash; '' where there is none. */
  readonly root: string;
  /** What gave it away, as `info` says it: "it holds …". */
  readonly reason: string;
}

export interface LayoutInput {
  readonly capture: Capture;
  readonly root: string;
  readonly limits: InputLimits;
  /** The user vouches that nothing of the kinds seen is missing. */
  readonly complete: boolean;
}

/** How one tool lays its captures out. A new one is a file beside its siblings and a row in layouts.ts. */
export interface Layout {
  /** As `info` prints it and as the snapshot record names it. */
  readonly format: string;
  recognise(sample: Sample): Recognised | null;
  records(input: LayoutInput): AsyncIterable<RecordBatch>;
}

/** What is before the end of a path, where that lies at most five folders deep; null where the path ends otherwise. */
export function rootBefore(path: string, ending: string): string | null {
  if (path !== ending && !path.endsWith(`/${ending}`)) return null;
  const root = path.slice(0, path.length - ending.length);
  return root.split('/').length <= 6 ? root : null;
}
