/** About how many bytes a leaf takes in the answer: exact for text, the work bounded for deep JSON. */

/** Entries of a JSON value that are looked at; the rest is taken to be like them. */
const ENTRIES_WEIGHED = 100_000;

export function answerBytes(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  let bytes = 0;
  let entries = 0;
  const pending: unknown[] = [value];
  while (pending.length > 0 && entries < ENTRIES_WEIGHED) {
    const next = pending.pop();
    entries += 1;
    if (typeof next === 'string') bytes += next.length + 2;
    else if (typeof next !== 'object' || next === null) bytes += 8;
    else bytes += pushEntries(next, pending);
  }
  return pending.length > 0 ? bytes * (1 + pending.length / entries) : bytes;
}

function pushEntries(value: object, pending: unknown[]): number {
  if (Array.isArray(value)) {
    for (const entry of value) pending.push(entry);
    return 2;
  }
  let bytes = 2;
  for (const [key, entry] of Object.entries(value)) {
    bytes += key.length + 3;
    pending.push(entry);
  }
  return bytes;
}
