import type { CommandSpec } from '../command.ts';
import { snapshotFlag, sourceFlags } from '../flag-spec.ts';

export const infoSpec: CommandSpec = {
  name: 'info',
  summary: 'what is in a capture, what is ill in it, what is missing from it, and how it was made',
  description: ['Ends with exit code 3 where the capture is partial or broken off, or where something in it could not be read.'],
  usage: ['info SOURCE'],
  arguments: [
    { name: 'SOURCE', describe: 'a bundle, a folder, a snapshot file (.db), a store, live, or - for standard input', completes: 'file' },
  ],
  flags: [
    ...sourceFlags,
    snapshotFlag,
    { name: 'output', short: 'o', value: 'FORMAT', choices: ['json', 'yaml'], describe: 'for programs: json or yaml' },
  ],
  examples: [
    { command: 'info demo-partial.tar.gz', says: 'what could not be captured, and why' },
    { command: 'info demo.tar.gz -o json', says: 'the same for a program' },
  ],
  load: () => import('../commands/info.ts'),
};
