/**
 * Which names of environment variables say that a value is secret. Word by word: KEY is one, in API_KEY, apiKey and KEY2, not in MONKEY or KEYBOARD.
 *
 * The words are those on which the redactors of support bundles, log scrubbers and secret scanners agree (troubleshoot.sh: password, token, access
 * keys; Sentry and Rails: password, secret, token, key, credentials, authorization, cookie, salt; gitleaks: key, token, secret, password, credential).
 * Left out is what some of them take and what names things rather than opens them, for the one who reads a capture needs it: user, database, host,
 * account, session, and auth alone (AUTH_URL, AUTH_ENABLED). The name decides, whatever the value: MAX_TOKENS and PASSWORD_FILE are redacted, too.
 */

/** Secret wherever they stand in a word: PGPASSWORD, AUTHTOKEN, CLIENTSECRETS. No other word holds them. */
const WITHIN_WORDS = ['password', 'passwd', 'passphrase', 'passcode', 'secret', 'token', 'credential'];

/** Secret as words of their own. */
const WORDS: ReadonlySet<string> = new Set([
  ...['pass', 'pwd', 'cred', 'creds', 'key', 'keys', 'apikeys', 'jwt', 'bearer', 'authorization', 'cookie', 'salt'],
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

/** What people write before `key` without a gap, so that it stays apart from monkey, turkey and hockey. */
const KEY_OWNERS = [
  ...[
    'access',
    'account',
    'admin',
    'aes',
    'api',
    'app',
    'application',
    'auth',
    'aws',
    'client',
    'consumer',
    'cookie',
    'crypt',
    'crypto',
    'db',
  ],
  ...[
    'deploy',
    'encrypt',
    'encryption',
    'gpg',
    'hash',
    'hmac',
    'host',
    'jwt',
    'license',
    'licence',
    'master',
    'private',
    'priv',
    'rsa',
    'secret',
  ],
  ...[
    'server',
    'service',
    'session',
    'shared',
    'sign',
    'signing',
    'signature',
    'ssh',
    'ssl',
    'storage',
    'subscription',
    'tls',
    'user',
    'webhook',
  ],
];
const JOINED_KEY = new RegExp(`^(?:${KEY_OWNERS.join('|')})+keys?$`);

/** DBPASS and MYSQLPWD, but neither COMPASS nor OLDPWD, a shell's former folder. */
const JOINED_PASS = /^(?:admin|app|bind|db|ftp|http|ldap|mail|mongo|mysql|pg|postgres|proxy|redis|root|smtp|sql|user)(?:pass|pwd)$/;

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
  if (WITHIN_WORDS.some((part) => lower.includes(part))) return true;
  const words = lower.match(/[a-z]+/g) ?? [];
  const byCase = (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[A-Z]/g) ?? []).map((word) => word.toLowerCase());
  return words.some(isSensitiveAt) || byCase.some(isSensitiveAt);
}

function isSensitiveAt(word: string, index: number, words: readonly string[]): boolean {
  return WORDS.has(word) || JOINED_KEY.test(word) || JOINED_PASS.test(word) || PAIRS.has(`${word} ${words[index + 1] ?? ''}`);
}
