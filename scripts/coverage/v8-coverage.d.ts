/** @bcoe/v8-coverage brings no types of its own. */
declare module '@bcoe/v8-coverage' {
  import type { Profiler } from 'node:inspector';

  /** Of one script in several processes; undefined where the list is empty. */
  export function mergeScriptCovs(records: readonly Profiler.ScriptCoverage[]): Profiler.ScriptCoverage | undefined;
}
