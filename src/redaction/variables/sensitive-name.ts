/**
 * Which names of environment variables say that a value is secret. Word by word: KEY is one, in API_KEY, apiKey, KEY2 and OPENAIKEY, not in KEYBOARD.
 *
 * The words are those on which the redactors of support bundles, log scrubbers and secret scanners agree (troubleshoot.sh: password, token, access
 * keys; Sentry and Rails: password, secret, token, key, credentials, authorization, cookie, salt; gitleaks: key, token, secret, password, credential).
 * Left out is what some of them take and what names things rather than opens them, for the one who reads a capture needs it: user, database, host,
 * account, session, and auth alone (AUTH_URL, AUTH_ENABLED). The name decides, whatever the value: MAX_TOKENS and PASSWORD_FILE are redacted, too.
 */

/** Secret wherever they stand: PGPASSWORD, AUTHTOKEN, AWSACCESSKEYID. No other word holds them. */
const ANYWHERE = [
  ...['password', 'passwd', 'passphrase', 'passcode', 'secret', 'token', 'credential'],
  ...['accesskey', 'accountkey', 'apikey', 'encryptionkey', 'masterkey', 'privatekey', 'sharedkey', 'signingkey', 'sshkey'],
];

/** Secret as words of their own. */
const WORDS: ReadonlySet<string> = new Set([
  ...['cred', 'creds', 'jwt', 'bearer', 'authorization', 'cookie', 'pw', 'salt'],
  // Connection strings hold a password more often than not.
  ...['dsn', 'connstr', 'connstring', 'connectionstring', 'connectionstrings'],
]);

/** Two words that are one to people. */
const PAIRS: ReadonlySet<string> = new Set([
  'connection string',
  'connection strings',
  'conn string',
  'conn str',
  'pass word',
  'pass phrase',
  'pass code',
]);

/** What people write other words before, without a gap: STRIPEKEY, STOREPASS, SAPWD. */
const LAST_OF_A_WORD = /(?:keys?|pass|pwd)$/;

/** Words that end so and are about something else. OLDPWD is a shell's former folder. */
const OTHER_WORDS: ReadonlySet<string> = new Set([
  ...['monkey', 'turkey', 'hockey', 'donkey', 'jockey', 'whiskey', 'lackey', 'flunkey', 'malarkey'].flatMap((word) => [word, `${word}s`]),
  ...['chaosmonkey', 'kubemonkey', 'surveymonkey'],
  ...['bypass', 'compass', 'encompass', 'surpass', 'trespass', 'overpass', 'underpass', 'lowpass', 'highpass', 'bandpass'],
  'oldpwd',
]);

const LONGEST_NAME = 1_000;
const MOST_REMEMBERED = 10_000;
const remembered = new Map<string, boolean>();

/** Pods of one workload have the same names, so answers are remembered. A name of more than 1,000 characters is held to be one. */
export function isSensitiveName(name: string): boolean {
  if (name.length > LONGEST_NAME) return true;
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const sensitive = saysSecret(name);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(name, sensitive);
  return sensitive;
}

/** Letter case is no difference, but for where a word ends: `myAPIKey2` is read as my, api, key, and as myapikey. */
function saysSecret(name: string): boolean {
  const lower = name.toLowerCase();
  if (ANYWHERE.some((part) => lower.includes(part))) return true;
  const words = lower.match(/[a-z]+/g) ?? [];
  const byCase = (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[A-Z]/g) ?? []).map((word) => word.toLowerCase());
  return words.some(isSensitiveAt) || byCase.some(isSensitiveAt);
}

function isSensitiveAt(word: string, index: number, words: readonly string[]): boolean {
  return WORDS.has(word) || (LAST_OF_A_WORD.test(word) && !OTHER_WORDS.has(word)) || PAIRS.has(`${word} ${words[index + 1] ?? ''}`);
}
