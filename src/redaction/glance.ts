/**
 * A look at an object's bytes that tells what cannot be in it, at a small part of what walking it costs: most objects hold nothing that must not
 * leave. It may see too much and never too little.
 */
import { COPY_HINTS, ODD_ESCAPE } from './copies.ts';
import { readTape } from './json/read-tape.ts';
import { isSchemasResource, isSecretsResource, type Resource } from './manifest.ts';
import { holdsSensitiveVariable } from './variables/sensitive-variables.ts';
import { LISTS, LISTS_AND_MAPS, VARIABLE_KEYS, type VariablesSource } from './variables/variable-keys.ts';

export interface Glance {
  /** The object's JSON, a character a byte. */
  readonly text: string;
  readonly resource: Resource | undefined;
  /** A word or a key may be written so that no search of the bytes finds it. */
  readonly odd: boolean;
  /** It may be a Secret, or hold one. */
  readonly secrets: boolean;
  /** A list or map of variables may hold a value that must not leave. */
  readonly variables: boolean;
  /** It may hold a copy of an object that cannot be looked into. */
  readonly suspectCopies: boolean;
}

const SECRET = '"Secret';
const VARIABLES: ReadonlySet<string> = new Set(VARIABLE_KEYS.map((key) => `"${key}`));

/** What begins with a quote is a whole word or its beginning; within a string that is JSON itself, a backslash stands before its second quote. */
const hints = ({ key }: VariablesSource): RegExp =>
  new RegExp(`${ODD_ESCAPE.source}|${SECRET}|${key}|${COPY_HINTS.map((hint) => hint.replaceAll('.', '\\.')).join('|')}`, 'g');
const HINTS = hints(LISTS_AND_MAPS);
const HINTS_IN_SCHEMAS = hints(LISTS);

/** The rest of a key, and the beginning of what it holds: JSON in a string, or no string at all. */
const LOOKED_INTO = /[^"\\]{0,500}"[ \t\r\n]*:[ \t\r\n]*(?:"[{[]|[^" \t\r\n])/y;
const CONTAINER = new RegExp(LISTS_AND_MAPS.container, 'y');

export function glanceAt(bytes: Buffer, resource: Resource | undefined): Glance {
  const text = bytes.toString('latin1');
  let odd = false;
  let secrets = isSecretsResource(resource) || isCut(text, resource);
  let variables = false;
  let suspectCopies = false;
  // Lists and maps within others are read with them.
  let readUpTo = 0;
  const search = isSchemasResource(resource) ? HINTS_IN_SCHEMAS : HINTS;
  search.lastIndex = 0;
  for (let hit = search.exec(text); hit !== null; hit = search.exec(text)) {
    const [hint] = hit;
    const behind = search.lastIndex;
    if (hint === SECRET) secrets = true;
    else if (hint.startsWith('\\')) odd = true;
    else if (!VARIABLES.has(hint)) suspectCopies ||= !matchesAt(LOOKED_INTO, text, behind);
    else if (text[behind] === '\\') variables = true;
    else if (hit.index >= readUpTo && matchesAt(CONTAINER, text, behind)) {
      const found = variablesAt(bytes, CONTAINER.lastIndex - 1);
      variables ||= found.areSuspect;
      readUpTo = found.end;
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

/** The list or map that begins there. */
function variablesAt(bytes: Buffer, start: number): { readonly areSuspect: boolean; readonly end: number } {
  const tape = readTape(bytes, start);
  if (tape === null) return { areSuspect: true, end: bytes.length };
  return { areSuspect: holdsSensitiveVariable(tape, 0), end: tape.end(0) };
}

function matchesAt(sticky: RegExp, text: string, position: number): boolean {
  sticky.lastIndex = position;
  return sticky.test(text);
}
