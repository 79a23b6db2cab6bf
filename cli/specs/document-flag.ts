import type { FlagSpec } from '../flag-spec.ts';

/** For commands whose answer for people is no table of objects. */
export const documentFlag: FlagSpec = {
  name: 'output',
  short: 'o',
  value: 'FORMAT',
  choices: ['json', 'yaml'],
  describe: 'json or yaml, for programs',
};
