/** Values that hold credentials whatever their name says: DATABASE_URL, SPRING_CONFIG, HOOK. */

const SHORTEST = 5;
const WORDS = 'password|passwd|passphrase|pwd|secret|token|credentials?|(?:api|access|account|private)[_-]?key|shared_?access_?signature';

/** A reference to another variable, which Kubernetes puts in: no secret itself. */
const REFERENCE = /\$\([A-Za-z_.-][A-Za-z0-9_.-]*\)/g;
const ONLY_REFERENCE = /^\$\([A-Za-z_.-][A-Za-z0-9_.-]*\)$/;

const WEBHOOK = /:\/\/(?:hooks\.slack\.com\/services|discord(?:app)?\.com\/api\/webhooks|[\w.-]{1,60}webhook\.office\.com)\/\S/i;

/** Each begins with fixed text or ends its runs at characters that it cannot begin with, so that no value takes long. */
const CREDENTIALS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a URL with a password: scheme://user:password@host', pattern: /:\/\/[^\s:@/]*:[^\s@/]+@/ },
  { what: 'a data source name of the Go drivers: user:password@tcp(host)/database', pattern: /:[^\s:@]+@(?:tcp|udp|unix)[46]?\(/ },
  { what: 'a setting: Server=db;Password=…, --token=…', pattern: new RegExp(`(?:${WORDS})\\s{0,9}=\\s{0,9}["']?[^\\s"';&,]`, 'i') },
  { what: 'a setting in JSON: {"db.password": "…"}', pattern: new RegExp(`(?:${WORDS})["']\\s{0,9}:\\s{0,9}["'][^"']`, 'i') },
  { what: 'a setting in YAML', pattern: new RegExp(`(?:${WORDS}):\\s{1,9}[^\\s{[&*]`, 'i') },
  { what: 'a private key in PEM', pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/ },
  { what: 'an HTTP header with credentials', pattern: /^(?:authorization\s{0,9}:\s{0,9})?(?:bearer|basic)\s+\S{8}/i },
  { what: 'the address of an incoming webhook, which is its only secret', pattern: WEBHOOK },
];

/** Each pattern holds one of these; most values hold none. */
const PUNCTUATION = /[:=\s]/;

export function holdsCredentials(value: string): boolean {
  if (value.length < SHORTEST || !PUNCTUATION.test(value)) return false;
  const written = value.includes('$(') ? value.replace(REFERENCE, '') : value;
  return CREDENTIALS.some(({ pattern }) => pattern.test(written));
}

export function isReference(value: string): boolean {
  return value.startsWith('$(') && ONLY_REFERENCE.test(value);
}
