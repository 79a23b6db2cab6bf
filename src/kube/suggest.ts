/** "Did you mean …?": the candidates nearest to a misspelt name. */
import { distance } from 'fastest-levenshtein';

/** Names longer than this are no misspelling of anything of ours. */
const LONGEST_NAME = 200;
const MOST_SUGGESTIONS = 3;

/** Up to three candidates, nearest first; none that differs in more than two fifths of its letters. Letter case is no difference. */
export function suggestions(name: string, candidates: Iterable<string>): string[] {
  if (name === '' || name.length > LONGEST_NAME) return [];
  const wanted = name.toLowerCase();
  const near: { candidate: string; edits: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const most = Math.floor(Math.min(wanted.length, candidate.length) * 0.4) + 1;
    if (Math.abs(candidate.length - wanted.length) > most) continue;
    const edits = distance(wanted, candidate.toLowerCase());
    if (edits <= most && edits < wanted.length) near.push({ candidate, edits });
  }
  near.sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1));
  return near.slice(0, MOST_SUGGESTIONS).map(({ candidate }) => candidate);
}

/** ` Did you mean "x"?` (with a leading space, to follow a sentence), or '' where nothing is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const quoted = suggestions(name, candidates).map((candidate) => `"${candidate}"`);
  const last = quoted.pop();
  if (last === undefined) return '';
  return quoted.length === 0 ? ` Did you mean ${last}?` : ` Did you mean ${quoted.join(', ')} or ${last}?`;
}
