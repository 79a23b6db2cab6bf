/** Which objects of a list were handed on already: eight bytes each, for a list may have a million and is seldom begun again. */
import { objectField, stringField } from '../../../records/json-fields.ts';

export class HandedKeys {
  #digests = new Float64Array(1024);
  #length = 0;
  #index: Set<number> | null = null;

  add(items: readonly Uint8Array[]): void {
    for (const item of items) this.#add(digestOf(keyOf(item)));
  }

  has(item: Uint8Array): boolean {
    this.#index ??= new Set(this.#digests.subarray(0, this.#length));
    return this.#index.has(digestOf(keyOf(item)));
  }

  #add(digest: number): void {
    if (this.#length === this.#digests.length) {
      const larger = new Float64Array(this.#length * 2);
      larger.set(this.#digests);
      this.#digests = larger;
    }
    this.#digests[this.#length++] = digest;
    this.#index?.add(digest);
  }
}

/** Where an item of a typed list has its name: behind what `withKind` put before it. Source: apimachinery, meta/v1, the order of ObjectMeta. */
const HEAD =
  /^\{"kind":"[^"\\]*","apiVersion":"[^"\\]*","metadata":\{"name":"([^"\\]*)",(?:"generateName":"[^"\\]*",)?(?:"namespace":"([^"\\]*)",)?"uid":/;
const HEAD_BYTES = 1024;

/** `namespace/name`; '' where it cannot be told. */
export function keyOf(item: Uint8Array): string {
  const bytes = Buffer.from(item.buffer, item.byteOffset, item.length);
  const head = HEAD.exec(bytes.toString('latin1', 0, HEAD_BYTES));
  if (head !== null) return `${head[2] ?? ''}/${head[1]}`;
  try {
    const metadata = objectField(JSON.parse(bytes.toString('utf8')), 'metadata');
    return `${stringField(metadata, 'namespace') ?? ''}/${stringField(metadata, 'name') ?? ''}`;
  } catch {
    return '';
  }
}

/**
 * 53 bits: of a list with a million objects one more is taken for another with a probability of one in ten thousand million. Each half is
 * mixed as MurmurHash3 does.
 */
function digestOf(key: string): number {
  let low = 0x9747b28c;
  let high = 0x3c6ef372;
  for (let index = 0; index < key.length; index++) {
    const code = key.charCodeAt(index);
    low = Math.imul(low ^ code, 0xcc9e2d51);
    low = (low << 13) | (low >>> 19);
    high = Math.imul(high ^ code, 0x1b873593);
    high = (high << 15) | (high >>> 17);
  }
  low = finished(low ^ key.length);
  high = finished(high ^ low);
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

function finished(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
