import { type Edit, partOfString } from './edit.ts';
import type { Marker } from './mark.ts';

/** An edit, and the name of the rule that wants it. */
export interface RuledEdit extends Edit {
  readonly rule: string;
}

export interface EditsToApply {
  readonly bytes: Buffer;
  readonly edits: readonly RuledEdit[];
  readonly marker: Marker;
}

export interface AppliedEdits {
  readonly bytes: Buffer;
  /** Those that were made: of several that overlap, the widest. */
  readonly edits: readonly RuledEdit[];
}

/** Cuts the values out and puts marks in. Every other byte stays what it was. */
export function applyEdits({ bytes, edits, marker }: EditsToApply): AppliedEdits {
  const made = withoutOverlap(bytes, edits);
  const pieces: Buffer[] = [];
  let position = 0;
  for (const edit of made) {
    pieces.push(bytes.subarray(position, edit.start), Buffer.from(`${edit.quote}${marker.mark(edit.value())}${edit.quote}`, 'latin1'));
    position = edit.end;
  }
  pieces.push(bytes.subarray(position));
  return { bytes: Buffer.concat(pieces), edits: made };
}

/** In order. What lies within a wider edit is gone with it; two that overlap otherwise become one. */
function withoutOverlap(bytes: Buffer, edits: readonly RuledEdit[]): RuledEdit[] {
  const made: RuledEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = made.at(-1);
    if (before === undefined || isApart(before, edit)) made.push(edit);
    else if (edit.end > before.end) made[made.length - 1] = joined(bytes, before, edit);
  }
  return made;
}

function isApart(before: Edit, edit: Edit): boolean {
  return edit.start >= before.end && (edit.start !== before.start || edit.end !== before.end);
}

/** Parts of one string make a part of it. Parts of a string and of one within it are joined by the bytes in which they are written. */
function joined(bytes: Buffer, first: RuledEdit, second: RuledEdit): RuledEdit {
  const { rule } = first;
  if (first.part !== undefined && first.part.string === second.part?.string) {
    return { rule, ...partOfString({ string: first.part.string, from: first.part.from, to: second.part.to }) };
  }
  return { rule, start: first.start, end: second.end, quote: '', value: () => bytes.subarray(first.start, second.end) };
}
