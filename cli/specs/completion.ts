import type { CommandSpec } from '../command.ts';

export const completionSpec: CommandSpec = {
  name: 'completion',
  summary: 'print the completion script of a shell',
  description: ['Completes commands, flags, values with a fixed choice, kinds, and files where a SOURCE is expected.'],
  usage: ['completion SHELL'],
  arguments: [{ name: 'SHELL', describe: 'bash, zsh or fish', choices: ['bash', 'zsh', 'fish'] }],
  flags: [],
  examples: [
    { command: 'completion bash > snapgraph.bash', says: 'for bash: then source that file, for instance from ~/.bashrc' },
    { command: 'completion zsh > _snapgraph', says: 'for zsh: put the file in a folder of $fpath' },
    { command: 'completion fish > snapgraph.fish', says: 'for fish: put the file in ~/.config/fish/completions' },
  ],
  load: () => import('../commands/completion.ts'),
};
