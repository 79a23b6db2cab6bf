import type { CommandSpec } from '../command.ts';
import { sourceFlags } from '../flag-spec.ts';

export const importSpec: CommandSpec = {
  name: 'import',
  summary: 'turn captures into snapshot files (SQLite)',
  description: [
    'With --db, one SOURCE becomes one snapshot file. With --store, each SOURCE becomes a file in a folder of snapshots.',
    'A file appears under its name only when it is whole; an import that fails or is interrupted leaves nothing behind.',
    'Ends with exit code 3 where the capture is partial, or where something in it could not be read.',
  ],
  usage: ['import SOURCE --db FILE', 'import SOURCE... --store FOLDER'],
  arguments: [{ name: 'SOURCE', describe: 'a bundle, a folder, or - for standard input', variadic: true, completes: 'file' }],
  flags: [
    ...sourceFlags,
    { name: 'db', value: 'FILE', completes: 'file', describe: 'the snapshot file to write' },
    { name: 'store', value: 'FOLDER', completes: 'folder', describe: 'the folder of snapshots to add to; made where it is absent' },
    { name: 'force', describe: 'write over a file that exists' },
  ],
  examples: [
    { command: 'import demo.tar.gz --db demo.db', says: 'one snapshot file, to keep or to open with any SQLite tool' },
    { command: 'import demo.tar.gz demo-partial.tar.gz --store store', says: 'a store of several' },
  ],
  load: () => import('../commands/import.ts'),
};
