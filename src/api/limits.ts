/** What a query may cost. Each limit is a setting with an environment variable; docs/settings.md lists them. */

export interface Limits {
  readonly depth: number;
  readonly tokens: number;
  readonly aliases: number;
  readonly rows: number;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly listRows: number;
}

export type LimitCode = 'LIMIT_DEPTH' | 'LIMIT_TOKENS' | 'LIMIT_ALIASES' | 'LIMIT_ROWS' | 'LIMIT_BYTES' | 'LIMIT_TIME';

interface LimitSetting {
  readonly name: keyof Limits;
  readonly environment: string;
  readonly code: LimitCode;
  readonly default: number;
  readonly description: string;
  readonly hint: string;
}

export const limitSettings: readonly LimitSetting[] = [
  {
    name: 'depth',
    environment: 'SNAPGRAPH_LIMIT_DEPTH',
    code: 'LIMIT_DEPTH',
    default: 24,
    description: 'Fields inside fields, with fragments spread out.',
    hint: 'Ask for fewer fields inside each other, or start from an object deeper in the graph.',
  },
  {
    name: 'tokens',
    environment: 'SNAPGRAPH_LIMIT_TOKENS',
    code: 'LIMIT_TOKENS',
    default: 5_000,
    description: 'Tokens of a document, values of its variables, and its fields with fragments spread out, each.',
    hint: 'Split the document into several requests.',
  },
  {
    name: 'aliases',
    environment: 'SNAPGRAPH_LIMIT_ALIASES',
    code: 'LIMIT_ALIASES',
    default: 200,
    description: 'Aliased fields, with fragments spread out; lists of the introspection are held to a sixth of it.',
    hint: 'Ask for a list with a filter instead of one aliased field for each object.',
  },
  {
    name: 'rows',
    environment: 'SNAPGRAPH_LIMIT_ROWS',
    code: 'LIMIT_ROWS',
    default: 250_000,
    description: 'Rows read from the snapshot; and, counted apart, objects in the answer.',
    hint: 'Narrow the lists with first, namespace, kinds or a selector.',
  },
  {
    name: 'bytes',
    environment: 'SNAPGRAPH_LIMIT_BYTES',
    code: 'LIMIT_BYTES',
    default: 64 * 1024 * 1024,
    description: 'Bytes of JSON and logs read from the snapshot; and, counted apart, text in the answer.',
    hint: 'Ask for fewer objects, for json(path:) instead of json, or for fewer lines of logs.',
  },
  {
    name: 'milliseconds',
    environment: 'SNAPGRAPH_LIMIT_TIME',
    code: 'LIMIT_TIME',
    default: 10_000,
    description: 'Milliseconds for one operation.',
    hint: 'Narrow the lists with first, namespace, kinds or a selector.',
  },
  {
    name: 'listRows',
    environment: 'SNAPGRAPH_LIMIT_LIST_ROWS',
    code: 'LIMIT_ROWS',
    default: 10_000,
    description: 'Objects in one list: what a list without `first` may hold, and the largest `first` and `last`.',
    hint: 'Page through it: first: 1000, then after: with pageInfo.endCursor.',
  },
];

export const defaultLimits: Limits = limitsOf(() => undefined);

/**
 * The limits that the environment sets, over the defaults.
 * @throws Error for a value that is not a positive whole number, naming the variable.
 */
export function limitsFromEnvironment(environment: Readonly<Record<string, string | undefined>>): Limits {
  return limitsOf((setting) => {
    const text = environment[setting.environment];
    if (text === undefined || text === '') return undefined;
    if (!/^[1-9][0-9]{0,14}$/.test(text)) throw new Error(`${setting.environment} must be a positive whole number, but is "${text}".`);
    return Number(text);
  });
}

/** The setting behind a limit. */
export function limitSetting(name: keyof Limits): LimitSetting {
  const setting = limitSettings.find((candidate) => candidate.name === name);
  if (setting === undefined) throw new Error(`There is no limit "${name}".`);
  return setting;
}

function limitsOf(chosen: (setting: LimitSetting) => number | undefined): Limits {
  const limits: Record<keyof Limits, number> = { depth: 0, tokens: 0, aliases: 0, rows: 0, bytes: 0, milliseconds: 0, listRows: 0 };
  for (const setting of limitSettings) limits[setting.name] = chosen(setting) ?? setting.default;
  return limits;
}
