import type { LogOutcome } from '../records/record.ts';
import type { ContainerRow } from '../store/reader.ts';

/** Why a capture has no row for a log: its container never ran (or never ran before), or nobody read it (contract/graphql.md §3). */
export function absentLogOutcome(options: {
  readonly container: ContainerRow;
  readonly previous: boolean;
  /** Its Pod has a node. */
  readonly isScheduled: boolean;
  /** The capture came to its end. */
  readonly finished: boolean;
}): LogOutcome {
  const { container, previous, isScheduled, finished } = options;
  if (!isScheduled || (previous && !hasRestarted(container))) return 'not_started';
  return finished ? 'excluded' : 'cancelled';
}

function hasRestarted(container: ContainerRow): boolean {
  return (container.restarts ?? 0) > 0 || container.lastFinishedAt !== null || container.lastExitCode !== null;
}
