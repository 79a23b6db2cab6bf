import type { CommandSpec } from '../command.ts';

export const helpSpec: CommandSpec = {
  name: 'help',
  summary: 'print the help of a command',
  description: [],
  usage: ['help [COMMAND]'],
  arguments: [{ name: 'COMMAND', describe: 'the command', optional: true, completes: 'command' }],
  flags: [],
  examples: [{ command: 'help get', says: 'flags and examples of get' }],
  load: () => import('../commands/help.ts'),
};
