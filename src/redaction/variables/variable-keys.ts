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

/** Source of an expression: the quote behind a key, and all up to the bracket of a list or a map. */
export const LEADS_TO_CONTAINER: string = String.raw`\\*"${SPACE}:${SPACE}[{[]`;
