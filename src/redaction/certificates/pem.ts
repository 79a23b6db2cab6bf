/** The certificates of a text in PEM, one by one. What lies between them is passed over, private keys above all. */

export type PemBlock = { readonly der: Buffer } | { readonly error: string };

const BEGINNING = '-----BEGIN ';
const LABELS = ['CERTIFICATE-----', 'X509 CERTIFICATE-----', 'TRUSTED CERTIFICATE-----'];
/** Of one certificate. Real ones have some 2 KiB. */
const LONGEST_BLOCK = 64 * 1024;

export function holdsCertificates(bytes: Buffer): boolean {
  return LABELS.some((label) => bytes.includes(`${BEGINNING}${label}`));
}

export function pemCertificates(bytes: Buffer, most: number): PemBlock[] {
  const text = bytes.toString('latin1');
  const blocks: PemBlock[] = [];
  for (let begin = text.indexOf(BEGINNING); begin >= 0 && blocks.length < most; begin = text.indexOf(BEGINNING, begin + 1)) {
    const label = LABELS.find((candidate) => text.startsWith(candidate, begin + BEGINNING.length));
    if (label !== undefined) blocks.push(blockAt(text, begin + BEGINNING.length + label.length, label));
  }
  return blocks;
}

function blockAt(text: string, start: number, label: string): PemBlock {
  const within = text.slice(start, start + LONGEST_BLOCK);
  const end = within.indexOf('-----');
  if (end < 0) return { error: within.length < LONGEST_BLOCK ? 'it is cut' : `it has more than ${LONGEST_BLOCK} bytes` };
  if (!within.startsWith(`-----END ${label}`, end)) return { error: 'its last line is missing' };
  const base64 = within.slice(0, end).replace(/\s+/g, '');
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return { error: 'it is no base64' };
  return { der: Buffer.from(base64, 'base64') };
}
