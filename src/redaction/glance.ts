/**
 * A look at an object's bytes that tells what cannot be in it, at a small part of what walking it costs: most objects hold nothing that must not
 * leave. It may see too much and never too little.
 */
import { COPY_HINTS, ODD_ESCAPE } from './copies.ts';
import { readTape } from './json/read-tape.ts';
import { isSecretsResource, type Resource } from './manifest.ts';
import { holdsSensitiveVariable } from './variables/sensitive-variables.ts';

export interface Glance {
  /** The object's JSON, a character a byte. */
  readonly text: string;
  readonly resource: Resource | undefined;
  /** A word or a key may be written so that no search of the bytes finds it. */
  readonly odd: boolean;
  /** It may be a Secret, or hold one. */
  readonly secrets: boolean;
  /** A list called `env` may hold a value that must not leave. */
  readonly variables: boolean;
  /** It may hold a copy of an object that cannot be looked into. */
  readonly suspectCopies: boolean;
}

const ENV = '"env';
const SECRET = '"Secret';

/** What begins with a quote is a whole word or its beginning; within a string that is JSON itself, a backslash stands before its second quote. */
const HINTS = new RegExp(
  `${ODD_ESCAPE.source}|${SECRET}|${ENV}(?=["\\\\])|${COPY_HINTS.map((hint) => hint.replaceAll('.', '\\.')).join('|')}`,
  'g',
);

/** The rest of a key, and the beginning of what it holds: JSON in a string, or no string at all. */
const LOOKED_INTO = /[^"\\]{0,500}"[ \t\r\n]*:[ \t\r\n]*(?:"[{[]|[^" \t\r\n])/y;
const LIST = /"[ \t\r\n]*:[ \t\r\n]*(?=\[)/y;

export function glanceAt(bytes: Buffer, resource: Resource | undefined): Glance {
  const text = bytes.toString('latin1');
  let odd = false;
  let secrets = isSecretsResource(resource) || isCut(text, resource);
  let variables = false;
  let suspectCopies = false;
  // Lists within a list are read with it.
  let readUpTo = 0;
  HINTS.lastIndex = 0;
  for (let hit = HINTS.exec(text); hit !== null; hit = HINTS.exec(text)) {
    const [hint] = hit;
    const behind = HINTS.lastIndex;
    if (hint === SECRET) secrets = true;
    else if (hint.startsWith('\\')) odd = true;
    else if (hint !== ENV) suspectCopies ||= !matchesAt(LOOKED_INTO, text, behind);
    else if (text[behind] === '\\') variables = true;
    else if (hit.index >= readUpTo) {
      const list = variableList(bytes, text, behind);
      variables ||= list.isSuspect;
      readUpTo = list.end;
    }
  }
  // A copy that is cut is judged by the words in it.
  suspectCopies ||= odd || secrets || variables;
  return { text, resource, odd, secrets: odd || secrets, variables: odd || variables, suspectCopies };
}

/** What does not say what it is, or does not end as an object does, may be the rest of anything. */
function isCut(text: string, resource: Resource | undefined): boolean {
  return (resource === undefined && !text.includes('"kind"')) || !text.trimEnd().endsWith('}');
}

/** From behind the letters `"env`. Of what is no list nothing is read. */
function variableList(bytes: Buffer, text: string, behind: number): { readonly isSuspect: boolean; readonly end: number } {
  if (!matchesAt(LIST, text, behind)) return { isSuspect: false, end: behind };
  const tape = readTape(bytes, LIST.lastIndex);
  if (tape === null) return { isSuspect: true, end: text.length };
  return { isSuspect: holdsSensitiveVariable(tape, 0), end: tape.end(0) };
}

function matchesAt(sticky: RegExp, text: string, position: number): boolean {
  sticky.lastIndex = position;
  return sticky.test(text);
}
