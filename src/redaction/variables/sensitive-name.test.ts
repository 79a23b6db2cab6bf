import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSensitiveName } from './sensitive-name.ts';

test.each(
  [
    ...[
      'PASSWORD',
      'password',
      'DB_PASSWORD',
      'MYSQL_ROOT_PASSWORD',
      'PGPASSWORD',
      'POSTGRES_PASSWORD_FILE',
      'spring.datasource.password',
      'PASSWD',
      'DB_PASSWD',
    ],
    ...[
      'PASS',
      'SMTP_PASS',
      'dbPass',
      'DBPASS',
      'MYSQLPWD',
      'PWD',
      'MYSQL_PWD',
      'PASSPHRASE',
      'pass-phrase',
      'PASS_WORD',
      'PASSWORD2',
      'passWord',
      'pASSword',
    ],
    ...[
      'TOKEN',
      'token',
      'AUTH_TOKEN',
      'AUTHTOKEN',
      'githubToken',
      'TOKENS',
      'SLACK_BOT_TOKEN_1',
      'tOkEn',
      'MAX_TOKENS',
      'TOKENIZERS_PARALLELISM',
    ],
    ...[
      'SECRET',
      'CLIENT_SECRET',
      'clientSecret',
      'SECRETS',
      'SECRETKEYBASE',
      'CREDENTIAL',
      'GOOGLE_APPLICATION_CREDENTIALS',
      'CREDS',
      'AWS_CRED',
    ],
    ...[
      'KEY',
      'key',
      'KEYS',
      'API_KEY',
      'apiKey',
      'APIKey',
      'APIKEY',
      'apikey',
      'API-KEY',
      'api.key',
      'X_API_KEY_V2',
      'KEY2',
      'SIGNING_KEY',
      'SIGNINGKEY',
      'signing key',
    ],
    ...[
      'ACCESS_KEY',
      'AWS_ACCESS_KEY_ID',
      'AWS_SECRET_ACCESS_KEY',
      'AWSACCESSKEY',
      'PRIVATE_KEY',
      'PRIVATEKEY',
      'privateKeys',
      'ENCRYPTION_KEY',
      'LICENSE_KEY',
      'TLS_KEY',
    ],
    ...[
      'DSN',
      'SENTRY_DSN',
      'CONNECTION_STRING',
      'ConnectionStrings__Default',
      'connectionString',
      'DB_CONNSTR',
      'JWT',
      'AUTHORIZATION',
      'BEARER',
      'RABBITMQ_ERLANG_COOKIE',
      'SALT',
    ],
    ...[
      'OPENAIKEY',
      'STRIPEKEY',
      'SENDGRIDKEY',
      'GOOGLEKEY',
      'AZUREKEY',
      'ENCKEY',
      'MAPSKEY',
      'PASSKEY',
      'stripekeys',
      'COMMONKEY',
      'DAEMONKEY',
    ],
    ...['KEYPASS', 'STOREPASS', 'TRUSTPASS', 'MASTERPASS', 'RPCPASS', 'keystorepass', 'SAPWD', 'DB_PW'],
    ...['ACCESSKEYID', 'AWSACCESSKEYID', 'PRIVATEKEYPEM', 'SSHKEYDATA', 'APIKEYPROD', 'myapikeys2'],
  ].map((name) => [name]),
)('%s says secret', (name) => {
  expect(isSensitiveName(name)).toBe(true);
});

test.each(
  [
    ...[
      '',
      '_',
      'MONKEY',
      'monkey',
      'KEYBOARD',
      'keyboard_layout',
      'TURKEY',
      'HOCKEY_TEAM',
      'DONKEYS',
      'KEYCLOAK_URL',
      'WHISKEY',
      'JOCKEY',
      'KEYRING',
      'KEYSPACE',
    ],
    ...[
      'COMPASS',
      'BYPASS',
      'PASSAGE',
      'PASSENGERS',
      'OLDPWD',
      'PASSTHROUGH',
      'ENCOMPASS',
      'PASSIVE_MODE',
      'CREDIT_LIMIT',
      'CREDO',
      'SALTY',
      'COOKIES_ENABLED_AT',
    ],
    ...[
      'LOG_LEVEL',
      'HTTP_PORT',
      'PATH',
      'HOME',
      'HOSTNAME',
      'DATABASE',
      'DB_USER',
      'DB_HOST',
      'USERNAME',
      'AUTH_URL',
      'AUTH_ENABLED',
      'SESSION_TTL',
      'OWNER_ACCOUNT',
    ],
    ...['CHAOSMONKEY_ENABLED', 'chaosMonkey', 'SURVEYMONKEY_URL', 'LACKEYS', 'MALARKEY', 'FLUNKEY', 'LOWPASS_HZ', 'TRESPASSING', 'MODE'],
    ...['ACCESS_LOG', 'PRIVATE_NETWORK', 'API_URL', 'TIMEOUT', 'SEC_RET', 'TO_KEN', 'STOKE', 'SECRECY', 'NAME', 'ключ', '🔑'],
  ].map((name) => [name]),
)('%s says nothing secret', (name) => {
  expect(isSensitiveName(name)).toBe(false);
});

test('neither letter case nor what stands around a word hides it', () => {
  const cased = (word: string): fc.Arbitrary<string> =>
    fc.array(fc.boolean(), { minLength: word.length, maxLength: word.length }).map((upper) =>
      word
        .split('')
        .map((letter, index) => (upper[index] ? letter.toUpperCase() : letter))
        .join(''),
    );
  const word = fc
    .constantFrom('password', 'passwd', 'token', 'secret', 'credential', 'passphrase', 'key', 'apikey', 'pwd', 'pass', 'dsn')
    .chain(cased);
  const around = fc
    .array(fc.constantFrom('_', '-', '.', '1', '99', ' ', 'APP_', 'x.', '-db', 'é'), { maxLength: 3 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(around, word, around, (before, secret, after) => {
      const apart = `${/[a-z]$/i.test(before) ? `${before}_` : before}${secret}${/^[a-z]/i.test(after) ? `_${after}` : after}`;
      expect([apart, isSensitiveName(apart)]).toEqual([apart, true]);
    }),
    { numRuns: 2_000 },
  );
});

test('a name of more than 1,000 characters is held to be secret', () => {
  for (const letter of ['A', 'aA', '_', 'api', 'key_', 'é']) expect(isSensitiveName(letter.repeat(200_000))).toBe(true);
  expect(isSensitiveName('A'.repeat(1_000))).toBe(false);
});

test('more names than are remembered', () => {
  for (let index = 0; index < 25_000; index++) expect(isSensitiveName(`NAME_${index}`)).toBe(false);
  expect(isSensitiveName('NAME_TOKEN')).toBe(true);
});
