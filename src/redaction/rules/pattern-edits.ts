/** What a pattern takes out of a text. JSON that stands in a text stays JSON: keys, brackets and the names of objects are no values. */
import type { RE2JS } from 're2js';
import { type Edit, partOfString, wholeValue } from '../edit.ts';
import { isMark } from '../mark.ts';
import type { Place, Survey } from '../survey.ts';

export interface Pattern {
  readonly expression: RE2JS;
  /** What is replaced of a match; null: all of it. */
  readonly group: string | null;
}

export interface PatternSearch {
  readonly pattern: Pattern;
  readonly place: Place;
  readonly survey: Survey;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** A copy of an object is searched as the object is, value by value; other JSON as the text that it is, of which the values go that are met. */
export function patternEdits({ pattern, place, survey }: PatternSearch): Edit[] {
  const { tape } = place.text;
  if (!tape.isString(place.node) || isMark(tape.content(place.node))) return [];
  const inner = survey.inner(place);
  if (inner?.isCopy === true) return survey.values(inner.text, [0]).flatMap((value) => patternEdits({ pattern, place: value, survey }));
  const string = survey.open(place);
  const ranges = rangesIn(pattern, string.bytes);
  if (inner === undefined) return ranges.map((range) => partOfString({ string, ...range }));
  return ranges.length === 0 ? [] : met(survey.values(inner.text, [0]), ranges, survey);
}

function rangesIn({ expression, group }: Pattern, bytes: Buffer): Range[] {
  const ranges: Range[] = [];
  const matcher = expression.matcher(bytes);
  while (matcher.find()) {
    const from = group === null ? matcher.start() : matcher.start(group);
    const to = group === null ? matcher.end() : matcher.end(group);
    if (from >= 0 && to > from) ranges.push({ from, to });
  }
  return ranges;
}

/** Both come in order: each range is looked at once for each value that it meets. */
function met(values: readonly Place[], ranges: readonly Range[], survey: Survey): Edit[] {
  const edits: Edit[] = [];
  let first = 0;
  for (const place of values) {
    const { tape } = place.text;
    const [start, end] = [tape.start(place.node), tape.end(place.node)];
    while ((ranges[first]?.to ?? end) <= start) first++;
    for (let next = first; (ranges[next]?.from ?? end) < end; next++) edits.push(...partMet(place, ranges[next] as Range, survey));
  }
  return edits;
}

/** A string with escapes goes whole, for a range may end within one; so does what is no string. */
function partMet(place: Place, range: Range, survey: Survey): Edit[] {
  const { tape } = place.text;
  if (!tape.isString(place.node)) return [wholeValue(place)];
  const start = tape.start(place.node) + 1;
  const from = Math.max(range.from, start);
  const to = Math.min(range.to, tape.end(place.node) - 1);
  if (from >= to) return [];
  return tape.isEscaped(place.node)
    ? [wholeValue(place)]
    : [partOfString({ string: survey.open(place), from: from - start, to: to - start })];
}
