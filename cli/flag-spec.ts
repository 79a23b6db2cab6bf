/** What a flag is, as data. */

/** What the shell should offer for a value. */
export type Completes = 'file' | 'folder' | 'kind' | 'command' | 'context';

export interface FlagSpec {
  /** Long name, without dashes. One name has one type in all commands. */
  readonly name: string;
  /** One letter, without its dash. */
  readonly short?: string;
  /** What its value is called (`NAMESPACE`); a flag without is a switch. */
  readonly value?: string;
  /** May be given several times; of any other flag the last value counts. */
  readonly repeatable?: true;
  /** What the value may be; anything else is refused with a suggestion. A choice that ends in `=` is followed by a text of its own. */
  readonly choices?: readonly string[];
  readonly completes?: Completes;
  readonly describe: string;
}

/** For every command. */
export const globalFlags: readonly FlagSpec[] = [
  { name: 'help', short: 'h', describe: 'print this help' },
  { name: 'quiet', short: 'q', describe: 'no progress and no notes on standard error' },
  { name: 'no-color', describe: 'no colours, as with NO_COLOR set' },
  { name: 'debug', describe: 'print the stack trace of an error' },
];

/** For every command that takes a SOURCE. */
export const sourceFlags: readonly FlagSpec[] = [
  { name: 'complete', describe: 'take a stream of objects as all there is: what is not in it is missing, not "not captured"' },
  { name: 'rules', value: 'FILE', repeatable: true, completes: 'file', describe: 'relation rules of your own, as YAML (docs/rules.md)' },
];

/** Where a SOURCE holds several snapshots. */
export const snapshotFlag: FlagSpec = {
  name: 'snapshot',
  value: 'ID',
  describe: 'which of several snapshots is meant, by id or unique name; else the newest',
};

export const namespaceFlag: FlagSpec = { name: 'namespace', short: 'n', value: 'NAMESPACE', describe: 'the namespace to look in' };
