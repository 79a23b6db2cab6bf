import type { Invocation } from '../command.ts';
import { UsageError } from '../errors.ts';
import { isLive } from './source-arguments.ts';

/** For servers: what was listed once would be told as the present for as long as they run. */
export function refuseLive({ command, positionals, environment }: Invocation): void {
  const sources = positionals.length > 0 ? positionals : [environment['SNAPGRAPH_SOURCE'] ?? ''];
  if (!sources.some(isLive)) return;
  throw new UsageError(
    `${command.name} does not follow a running cluster yet: ask it with query, get, why and the others, or capture it and ${command.name} the capture.`,
  );
}
