/** Values that hold credentials whatever their name says: DATABASE_URL, SPRING_CONFIG, HOOK. */
import { withoutMarks } from '../mark.ts';

const SHORTEST = 5;
const PASSWORDS = 'password|passwd|passphrase|pwd|(?<!by|com|sur|tres)pass';
const WORDS = `${PASSWORDS}|secret|token|credentials?|(?:api|access|account|private)[_-]?key|shared_?access_?signature`;

/** What follows one of the words where a value does. In JSON that stands in JSON, backslashes stand before the quotes. */
const SETTINGS: readonly { readonly what: string; readonly behind: string }[] = [
  { what: 'Server=db;Password=…, --token=…', behind: String.raw`["']?\s{0,9}=\s{0,9}[\\"']{0,4}[^\s"';&,\\]` },
  {
    what: '{"db.password": "…"}, {"password": 123}',
    behind: String.raw`\\{0,3}["']\s{0,9}:\s{0,9}(?:-?\d|["'][^"']|\\{1,3}["'](?!\\{1,3}["'])[^"'])`,
  },
  { what: 'password: … in YAML', behind: String.raw`:\s{1,9}[^\s{[&*]` },
  { what: 'password:…', behind: String.raw`(?<=${PASSWORDS}):(?!-?\})[^\s"'{[&*/}:]` },
  {
    what: 'token:…, but neither an image nor the name of a cloud',
    behind: String.raw`(?<=(?<![a-z0-9:/-])(?:${WORDS})):[^\s"'{[&*/}:]{8}`,
  },
  {
    what: '--password …, ["--password", "…"]',
    behind: String.raw`(?<=(?:^|[\s"'])--?[\w.-]{0,60}(?:${WORDS}))(?:\s{1,9}|["'],\s{0,9}["'])[^\s-]`,
  },
];

/** A reference to another variable, which Kubernetes puts in: no secret itself. */
const REFERENCE = /\$\([A-Za-z_.-][A-Za-z0-9_.-]*\)/g;
const ONLY_REFERENCE = /^\$\([A-Za-z_.-][A-Za-z0-9_.-]*\)$/;

const WEBHOOK = /:\/\/(?:hooks\.slack\.com\/services|discord(?:app)?\.com\/api\/webhooks|[\w.-]{1,60}webhook\.office\.com)\/\S/i;

const SCHEME = '(?:apikey|aws4-hmac-sha256|basic|bearer|digest|key|negotiate|splunk|token)';
/** As it is, and as it stands in a URL. */
const SPACE = String.raw`(?:\s{1,9}|%20|\+)`;

/** Each begins with fixed text or ends its runs at characters that it cannot begin with, so that no value takes long. */
const CREDENTIALS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a URL with a password: scheme://user:password@host', pattern: /:\/\/[^\s:@/]*:[^\s@/]+@/ },
  { what: 'a URL with a token: scheme://token@host', pattern: /:\/\/(?=[^\s:@/]*\d)[^\s:@/]{16,}@/ },
  { what: 'a data source name of the Go drivers: user:password@tcp(host)/database', pattern: /:[^\s:@]+@(?:tcp|udp|unix)[46]?\(/ },
  { what: 'a setting', pattern: new RegExp(`(?:${WORDS})(?:${SETTINGS.map(({ behind }) => behind).join('|')})`, 'i') },
  { what: 'a private key in PEM', pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/ },
  { what: 'what an HTTP header with credentials says', pattern: /^(?:authorization\s{0,9}:\s{0,9})?(?:bearer|basic)\s+\S{8}/i },
  {
    what: 'an HTTP header with credentials, among others or in a command',
    pattern: new RegExp(
      String.raw`authorization[\\"']{0,4}\s{0,9}[:=]\s{0,9}[\\"']{0,4}(?:${SCHEME}${SPACE}\S|[^\s"',;{[\\]{16})|(?<![\w-])bearer${SPACE}[\w.~+/=-]{16}`,
      'i',
    ),
  },
  { what: 'a JSON web token', pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]*\.[\w-]/ },
  { what: 'a signature or a key in a URL', pattern: /(?:(?:^|[?&;])(?:x-(?:amz|goog)-)?sig(?:nature)?|[?&]key)=[^&\s]/i },
  { what: 'the address of an incoming webhook, which is its only secret', pattern: WEBHOOK },
];

/** Each pattern holds one of these; most values hold none. */
const SIGNS = /[:=\s"]|eyJ/;

export function holdsCredentials(value: string): boolean {
  if (value.length < SHORTEST || !SIGNS.test(value)) return false;
  const own = withoutMarks(value);
  const written = own.includes('$(') ? own.replace(REFERENCE, '') : own;
  return CREDENTIALS.some(({ pattern }) => pattern.test(written));
}

export function isReference(value: string): boolean {
  return value.startsWith('$(') && ONLY_REFERENCE.test(value);
}
