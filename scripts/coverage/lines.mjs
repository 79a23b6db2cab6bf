/** Lines that ran, from Istanbul's records of statements. */

/**
 * @typedef {{ statementMap: Readonly<Record<string, { start: { line: number } }>>, s: Readonly<Record<string, number>> }} FileRecord
 * @typedef {Map<number, boolean>} Lines by number: whether it ran
 * @typedef {{ covered: number, total: number }} Share
 */

/** @param {FileRecord} file @returns {Lines} */
export function linesOf({ statementMap, s }) {
  /** @type {Lines} */
  const lines = new Map();
  for (const [id, { start }] of Object.entries(statementMap)) {
    lines.set(start.line, lines.get(start.line) === true || (s[id] ?? 0) > 0);
  }
  return lines;
}

/** The lines of the first; one ran where it did in either. @param {Lines} lines @param {Lines} more @returns {Lines} */
export function union(lines, more) {
  return new Map([...lines].map(([line, ran]) => [line, ran || more.get(line) === true]));
}

/**
 * @param {Iterable<readonly [room: string, lines: Lines]>} files
 * @returns {Map<string, Share>} by room
 */
export function sharesOf(files) {
  /** @type {Map<string, Share>} */
  const shares = new Map();
  for (const [room, lines] of files) {
    const { covered, total } = shares.get(room) ?? { covered: 0, total: 0 };
    shares.set(room, { covered: covered + [...lines.values()].filter(Boolean).length, total: total + lines.size });
  }
  return shares;
}

/**
 * A line a room, and what is wrong.
 * @param {ReadonlyMap<string, Share>} shares
 * @param {Readonly<Record<string, number>>} floors
 */
export function judge(shares, floors) {
  const rows = [...shares].map(([room, { covered, total }]) => ({ room, covered, total, percent: (100 * covered) / Math.max(total, 1) }));
  const lines = rows.map(({ room, covered, total, percent }) => {
    const floor = floors[room] === undefined ? 'no floor' : `floor ${floors[room]}`;
    return `${room.padEnd(12)} ${percent.toFixed(1).padStart(5)} % of ${total} lines (${total - covered} not run), ${floor}`;
  });
  const problems = [
    ...rows.flatMap(({ room, percent }) => {
      const floor = floors[room];
      if (floor === undefined) return [`The room ${room} has no floor in scripts/coverage/floors.mjs.`];
      return percent < floor ? [`The tests run ${percent.toFixed(1)} % of the lines of ${room}; its floor is ${floor} %.`] : [];
    }),
    ...Object.keys(floors).flatMap((room) => (shares.has(room) ? [] : [`Nothing of the room ${room} was measured.`])),
  ];
  return { lines, problems };
}
