/** Zips made by hand, honest ones and others. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gunzipSync } from 'node:zlib';

export interface ZipContent {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly deflate?: boolean;
  /** Of Unix, with the file's type. */
  readonly mode?: number;
  readonly flags?: number;
  readonly method?: number;
  /** What the zip says instead of the true size. */
  readonly size?: number;
}

/** `times`: so often each entry stands in the table of contents, over the same bytes. */
export function zipOf(files: readonly ZipContent[], options: { readonly times?: number } = {}): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const content = Buffer.from(file.content);
    const data = file.deflate === true ? deflateRawSync(content) : content;
    const name = Buffer.from(file.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(file.flags ?? 0, 2);
    fields.writeUInt16LE(file.method ?? (file.deflate === true ? 8 : 0), 4);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(file.size ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, data]);
    const row = Buffer.alloc(46);
    row.write('PK\x01\x02', 0, 'latin1');
    row.writeUInt16LE((3 << 8) | 20, 4);
    fields.copy(row, 6);
    row.writeUInt32LE((file.mode ?? 0o100644) * 2 ** 16, 38);
    row.writeUInt32LE(offset, 42);
    for (let time = 0; time < (options.times ?? 1); time++) central.push(row, name);
    local.push(head);
    offset += head.length;
  }
  const table = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(central.length / 2, 8);
  end.writeUInt16LE(central.length / 2, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, table, end]);
}

export function unpackedFixture(name: string): Buffer {
  return gunzipSync(readFileSync(join(import.meta.dirname, '../../../fixtures', name)));
}
