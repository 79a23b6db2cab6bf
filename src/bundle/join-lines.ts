import { belongsToBatch } from '../records/owned-buffers.ts';

const NEWLINE = 0x0a;
const NEWLINE_BYTES = new Uint8Array([NEWLINE]);

/** The lines with a newline behind each. Where they stand like that in a buffer of their batch already, they are not copied. */
export function joinLines(lines: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let start = 0; start < lines.length; ) {
    const end = runEnd(lines, start);
    const first = lines[start] as Uint8Array;
    const last = lines[end - 1] as Uint8Array;
    const length = last.byteOffset + last.length - first.byteOffset;
    if (isEnded(last)) parts.push(new Uint8Array(first.buffer, first.byteOffset, length + 1));
    else parts.push(new Uint8Array(first.buffer, first.byteOffset, length), NEWLINE_BYTES);
    start = end;
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
}

/** The index behind the last of those lines that stand one behind another, from `start` on. */
function runEnd(lines: readonly Uint8Array[], start: number): number {
  let end = start + 1;
  while (end < lines.length && follows(lines[end] as Uint8Array, lines[end - 1] as Uint8Array)) end++;
  return end;
}

function follows(line: Uint8Array, before: Uint8Array): boolean {
  return line.buffer === before.buffer && line.byteOffset === before.byteOffset + before.length + 1 && isEnded(before);
}

/** A newline stands behind it. In a buffer that others write to, it might not stay there. */
function isEnded({ buffer, byteOffset, length }: Uint8Array): boolean {
  const end = byteOffset + length;
  return belongsToBatch(buffer) && end < buffer.byteLength && new Uint8Array(buffer, end, 1)[0] === NEWLINE;
}
