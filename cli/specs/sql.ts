import type { CommandSpec } from '../command.ts';
import { snapshotFlag, sourceFlags } from '../flag-spec.ts';

export const sqlSpec: CommandSpec = {
  name: 'sql',
  summary: 'ask in SQL, of one snapshot or of several at once',
  description: [
    'The tables and views are on docs/store.md, questions on docs/sql.md. Statements that read are answered, in a process of their own that is ended when it takes too long; nothing can be changed.',
    'Of several snapshots the first is a, the second b and so on: SELECT … FROM a.objects … b.objects. SQLite takes ten at once.',
  ],
  usage: ["sql SOURCE 'SELECT …'", "sql SOURCE SOURCE... 'SELECT …'", 'sql SOURCE... -f FILE'],
  arguments: [
    {
      name: 'SOURCE',
      describe: 'a bundle, a folder, a snapshot file (.db), a store, live, or - for standard input',
      variadic: true,
      completes: 'file',
    },
    { name: 'SQL', describe: 'the statement', optional: true },
  ],
  flags: [
    ...sourceFlags,
    { ...snapshotFlag, describe: 'which of several snapshots is meant, by id or unique name; else all of them' },
    { name: 'filename', short: 'f', value: 'FILE', completes: 'file', describe: 'read the statement from a file; - for standard input' },
    { name: 'output', short: 'o', value: 'FORMAT', choices: ['table', 'csv', 'json'], describe: 'table (as without it), csv or json' },
    { name: 'timeout', value: 'DURATION', describe: 'how long an answer may take (default 60s); 0 for no limit' },
  ],
  examples: [
    {
      command: `sql demo.tar.gz "SELECT kind, namespace, name FROM objects WHERE deletion IS NOT NULL"`,
      says: 'what is being deleted',
    },
    {
      command: `sql demo.tar.gz demo-later.tar.gz "SELECT kind, namespace, name FROM b.objects WHERE presence = 'present' EXCEPT SELECT kind, namespace, name FROM a.objects WHERE presence = 'present'"`,
      says: 'what is there that was not',
    },
  ],
  load: () => import('../commands/sql.ts'),
};
