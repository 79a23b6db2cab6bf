import type { RelationRule } from '../../src/relations/rule.ts';
import type { Flags } from '../flags.ts';
import { readUserRules } from './user-rules.ts';

/** How a SOURCE is to be opened: what the flags say that every command with a SOURCE has. */
export interface SourceOptions {
  /** A stream of objects is all there is. */
  readonly complete: boolean;
  /** Relation rules of the user's own. */
  readonly userRules: readonly RelationRule[];
}

/** Once a command: a file of rules may be a pipe. Throws as readUserRules. */
export async function sourceOptions(flags: Flags): Promise<SourceOptions> {
  return { complete: flags.on('complete'), userRules: await readUserRules(flags.values('rules')) };
}
