/** The values of all Secrets of a cluster, as an API client reads them, and a search for all of them at once. */
import type { ControlPlane } from '../../scripts/cluster/index.mjs';

interface Secrets {
  readonly items: readonly { readonly data?: Readonly<Record<string, string>> }[];
}

/** Of at least eight bytes; those that stand in no other object. Each as text, with one character a byte where it is no text. */
export async function hiddenValues({ kubectl }: ControlPlane): Promise<string[]> {
  const secrets: Secrets = JSON.parse(await kubectl(['get', '--raw', '/api/v1/secrets']));
  const values = new Set(
    secrets.items.flatMap(({ data = {} }) => Object.values(data)).map((value) => Buffer.from(value, 'base64').toString('latin1')),
  );
  const long = [...values].filter((value) => value.length >= 8);
  const elsewhere = new Set<string>();
  const resources = (await kubectl(['api-resources', '--verbs=list', '--no-headers', '-o', 'wide'])).trim().split('\n').map(pathOf);
  for (const path of resources.filter((one) => one !== '/api/v1/secrets')) {
    for (const value of valuesFoundIn(Buffer.from(await kubectl(['get', '--raw', path])), long)) elsewhere.add(value);
  }
  return long.filter((value) => !elsewhere.has(value));
}

/** The last columns of the line are `APIVERSION NAMESPACED KIND VERBS`, and the first is the plural. */
function pathOf(line: string): string {
  const columns = line.trim().split(/\s+/);
  const apiVersion = columns[columns.findIndex((column) => column === 'true' || column === 'false') - 1] ?? '';
  return `${apiVersion.includes('/') ? '/apis' : '/api'}/${apiVersion}/${columns[0]}`;
}

/** Those of them that are in the bytes: as they are, as JSON writes them, or in base64. */
export function valuesFoundIn(bytes: Buffer, values: readonly string[]): string[] {
  const search = new Search();
  for (const value of values) {
    const raw = Buffer.from(value, 'latin1');
    search.add(raw, value);
    search.add(Buffer.from(JSON.stringify(raw.toString('utf8')).slice(1, -1)), value);
    search.add(Buffer.from(raw.toString('base64')), value);
  }
  return search.in(bytes);
}

/** One pass over the bytes, whatever the number of what is searched. */
class Search {
  readonly #byStart = new Map<number, { readonly needle: Buffer; readonly value: string }[]>();
  readonly #mayStart = new Uint8Array(2 ** 16);

  /** At least four bytes. */
  add(needle: Buffer, value: string): void {
    const start = needle.readUInt32BE(0);
    this.#mayStart[start >>> 16] = 1;
    this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), { needle, value }]);
  }

  in(bytes: Buffer): string[] {
    const found = new Set<string>();
    for (let at = 0; at + 4 <= bytes.length; at++) {
      if (this.#mayStart[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] === 0) continue;
      for (const { needle, value } of this.#byStart.get(bytes.readUInt32BE(at)) ?? [])
        if (bytes.subarray(at, at + needle.length).equals(needle)) found.add(value);
    }
    return [...found];
  }
}
