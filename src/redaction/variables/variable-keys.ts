/** What the keys of lists and maps of variables are called, and how they are found in JSON that is not taken apart. */

export const VARIABLE_KEYS = [
  'env',
  'envs',
  'envVars',
  'envVariables',
  'environment',
  'environmentVariables',
  'extraEnv',
  'extraEnvs',
  'extraEnvVars',
] as const;

/** Within a string that is JSON itself, quotes and space may be escaped, and the more often the deeper it stands. */
const SPACE = String.raw`(?:[ \t\r\n]|\\+(?:[nrt]|u000[9aAdD]))*`;
const BEFORE_CONTAINER = String.raw`\\*"${SPACE}:${SPACE}`;

export interface VariablesSource {
  /** Source of an expression: such a key and its opening quote, where a container follows. */
  readonly key: string;
  /** What follows, up to the bracket. */
  readonly container: string;
}

export const LISTS: VariablesSource = variablesSource('\\[');
export const LISTS_AND_MAPS: VariablesSource = variablesSource('[{[]');

function variablesSource(bracket: string): VariablesSource {
  const container = `${BEFORE_CONTAINER}${bracket}`;
  return { key: `"(?:${VARIABLE_KEYS.join('|')})(?=${container})`, container };
}
