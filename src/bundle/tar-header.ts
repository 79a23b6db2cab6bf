/** The header of one plain file in a tar: POSIX ustar, with a PAX header before it where a name or size does not fit (pax(1), "ustar Interchange Format"). */

const BLOCK = 512;
const NAME_BYTES = 100;
const PREFIX_BYTES = 155;
const MAX_OCTAL_SIZE = 0o77777777777;

export interface TarHeader {
  readonly name: string;
  readonly size: number;
  /** Epoch seconds. */
  readonly mtime: number;
}

export function encodeTarHeader(header: TarHeader): Uint8Array {
  const split = splitName(header.name);
  const records = [...(split === null ? [`path=${header.name}`] : []), ...(header.size > MAX_OCTAL_SIZE ? [`size=${header.size}`] : [])];
  const { name, prefix } = split ?? { name: Buffer.from(header.name).subarray(0, NAME_BYTES).toString('latin1'), prefix: '' };
  const block = ustarBlock({ name, prefix, size: header.size > MAX_OCTAL_SIZE ? 0 : header.size, mtime: header.mtime, typeFlag: '0' });
  if (records.length === 0) return block;
  const pax = Buffer.from(records.map(paxRecord).join(''));
  const paxBlock = ustarBlock({ name: 'PaxHeader', prefix: '', size: pax.length, mtime: header.mtime, typeFlag: 'x' });
  return Buffer.concat([paxBlock, pax, tarPadding(pax.length), block]);
}

/** The zeroes that fill the last block of so many bytes. */
export function tarPadding(bytes: number): Uint8Array {
  return new Uint8Array((BLOCK - (bytes % BLOCK)) % BLOCK);
}

/** Two blocks of zeroes. */
export const TAR_END: Uint8Array = new Uint8Array(2 * BLOCK);

/** A name that fits as it is, or over `prefix` and `name`; null where it does not. Names beyond ASCII go to PAX, which says that they are UTF-8. */
function splitName(name: string): { name: string; prefix: string } | null {
  if (!/^[\x20-\x7e]*$/.test(name)) return null;
  if (name.length <= NAME_BYTES) return { name, prefix: '' };
  const slash = name.indexOf('/', name.length - NAME_BYTES - 1);
  return slash > 0 && slash <= PREFIX_BYTES && slash < name.length - 1
    ? { name: name.slice(slash + 1), prefix: name.slice(0, slash) }
    : null;
}

function ustarBlock(fields: { name: string; prefix: string; size: number; mtime: number; typeFlag: string }): Uint8Array {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;
  block.write(fields.name, 0, 'latin1');
  block.write(octal(0o644, 7) + octal(0, 7) + octal(0, 7) + octal(fields.size, 11) + octal(fields.mtime, 11), 100, 'latin1');
  // The checksum is counted as if its own field held spaces.
  block.write(`        ${fields.typeFlag}`, 148, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  block.write(fields.prefix, 345, 'latin1');
  const checksum = block.reduce((sum, byte) => sum + byte, 0);
  block.write(`${octal(checksum, 6)} `, 148, 'latin1');
  return block;
}

/** `LENGTH KEY=VALUE\n`, where the length counts itself. */
function paxRecord(record: string): string {
  const bytes = Buffer.byteLength(record) + 2;
  let length = bytes + String(bytes).length;
  if (bytes + String(length).length !== length) length++;
  return `${length} ${record}\n`;
}
