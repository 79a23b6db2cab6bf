import type { FlagSpec } from '../flag-spec.ts';

/** The settings of the server, the same for open and serve. */
export const serverFlags: readonly FlagSpec[] = [
  {
    name: 'host',
    value: 'ADDRESS',
    describe: 'address to listen on (default 127.0.0.1: this machine only; there is no login, so mind what you open)',
  },
  { name: 'port', value: 'PORT', describe: 'port to listen on (default 4680; 0: any free one)' },
  { name: 'allowed-host', value: 'NAME', repeatable: true, describe: 'a further host name by which browsers may reach the server' },
  { name: 'max-body', value: 'BYTES', describe: 'longest request body (default 1048576)' },
  {
    name: 'answer-cache',
    value: 'CHARACTERS',
    describe: 'how much of past answers is kept, to be given again (default 67108864; 0: none)',
  },
  { name: 'request-timeout', value: 'DURATION', describe: 'longest time for one request (default 30s)' },
  { name: 'limit', value: 'NAME=NUMBER', repeatable: true, describe: 'a limit on what one query may cost; docs/settings.md lists them' },
];
