/** The two errors that a command throws on purpose. Any other error is printed the same way and ends with exit code 1. */

/** The command line itself is wrong: exit code 2. Where names are given, the message ends with "Did you mean …?" for what is close. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly close: Suggestion | undefined;

  constructor(message: string, close?: Suggestion) {
    super(message);
    this.close = close;
  }
}

/** The name as it was written, and the names that there are. Looked at only when the error is printed. */
export interface Suggestion {
  readonly name: string;
  readonly candidates: readonly string[];
}

/** What was asked could not be done: exit code 1. `message` says what failed, on which file or object, and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
