/** What each exit code says. docs/cli.md and the help text repeat this table; a test holds them together. */
export const ExitCode = {
  done: 0,
  failed: 1,
  usage: 2,
  incomplete: 3,
  interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

export const exitCodeMeanings: readonly { readonly code: ExitCode; readonly means: string }[] = [
  { code: ExitCode.done, means: 'done' },
  { code: ExitCode.failed, means: 'failed; of `query` also: the response holds errors' },
  { code: ExitCode.usage, means: 'usage: a command, flag, kind, namespace or format that does not exist or does not fit' },
  {
    code: ExitCode.incomplete,
    means: '`capture`, `import` and `info`: done, with something missing (a partial capture, problems on import)',
  },
  {
    code: ExitCode.interrupted,
    means: 'interrupted by Ctrl-C: during an import (nothing half-made is left), or twice during a capture (what was written is left)',
  },
];
