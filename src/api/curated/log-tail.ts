/** The end of a log. */
import type { Scope } from '../model/scope.ts';

/** The last `lines` lines with their line ends: parts are read from the end, as many as are needed. */
export function tailOfLog(scope: Scope, log: number, lines: number): string {
  const texts: string[] = [];
  let missing = lines;
  for (const part of scope.reader.logParts(log, { fromEnd: true })) {
    if (missing <= 0) break;
    scope.meter.checkTime();
    texts.push(part.lines <= missing ? part.text : lastLines(part.text, missing));
    missing -= part.lines;
  }
  return texts.reverse().join('');
}

function lastLines(text: string, lines: number): string {
  let start = text.endsWith('\n') ? text.length - 1 : text.length;
  for (let found = 0; found < lines && start >= 0; found += 1) start = start === 0 ? -1 : text.lastIndexOf('\n', start - 1);
  return text.slice(start + 1);
}
