import type PQueue from 'p-queue';
import type { LastingServer } from './lasting-server.ts';
import type { MergingOutlet } from './merging-outlet.ts';
import type { WatchMeter } from './progress.ts';
import type { WatchOptions } from './watch-options.ts';
import type { WatchPlaces } from './watch-places.ts';

/** What all collections that are followed share. */
export interface FollowContext {
  readonly options: WatchOptions;
  readonly server: LastingServer;
  readonly outlet: MergingOutlet;
  /** So many lists at once: each holds pages in memory. */
  readonly lists: PQueue;
  readonly watches: WatchPlaces;
  readonly meter: WatchMeter;
  readonly temporaryPath: () => string;
}

/** Who wants to know what of a collection. */
export interface FollowHooks {
  /** A list is whole: these are all there are, `namespace/name`. */
  readonly onListed?: (keys: ReadonlySet<string>) => void;
  readonly onChange?: (key: string, exists: boolean) => void;
  /** We may not list it. */
  readonly onDenied?: () => void;
  /** The server says that it has no such resource. */
  readonly onNotServed?: () => void;
}
