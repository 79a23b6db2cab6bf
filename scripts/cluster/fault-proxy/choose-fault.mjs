/** Which fault a request gets. */

/** @typedef {{ method: string, path: string, query: Readonly<Record<string, string>> }} Asked */

/** @param {readonly import('../types.ts').Fault[]} faults @returns {(asked: Asked) => import('../types.ts').FaultAction | null} counts what it is asked */
export function createChooser(faults) {
  const counted = faults.map((fault) => ({ fault, seen: 0 }));
  return (asked) => {
    for (const entry of counted) {
      const { match, after = 0, times = Number.POSITIVE_INFINITY, action } = entry.fault;
      if (!matches(match, asked)) continue;
      entry.seen += 1;
      if (entry.seen > after && entry.seen <= after + times) return action;
    }
    return null;
  };
}

/** @param {import('../types.ts').FaultMatch} match @param {Asked} asked */
function matches(match, { method, path, query }) {
  if (match.method !== undefined && match.method !== method) return false;
  if (!isLike(match.path, path)) return false;
  return Object.entries(match.query ?? {}).every(([name, wanted]) => {
    const value = query[name];
    return wanted === null ? value === undefined : value !== undefined && isLike(wanted, value);
  });
}

/** By `search`: a pattern with the flag g or y has a memory otherwise. @param {string | RegExp} wanted @param {string} text */
function isLike(wanted, text) {
  return typeof wanted === 'string' ? wanted === text : text.search(wanted) !== -1;
}
