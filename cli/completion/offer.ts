/** What fits where the cursor is, from the tables of the commands. */
import type { ArgumentSpec, CommandSpec } from '../command.ts';
import type { FlagSpec } from '../flag-spec.ts';
import { type Line, readLine } from './line.ts';
import { completionWords, spellings } from './words.ts';

export interface Candidate {
  readonly value: string;
  /** One line. */
  readonly describe?: string;
}

export interface Offer {
  /** They begin with what is typed. */
  readonly candidates: readonly Candidate[];
  /** What the shell itself should offer where there are no candidates. */
  readonly otherwise: 'nothing' | 'files' | 'folders';
}

export interface OfferOptions {
  /** Without the program's name. The last one is under the cursor, and may be empty. */
  readonly words: readonly string[];
  readonly commands: readonly CommandSpec[];
  /** SNAPGRAPH_SOURCE is set: SOURCE may be left out. */
  readonly hasPreset: boolean;
  /** Of a file or folder. */
  readonly isThere: (path: string) => boolean;
  /** Names of the contexts of the kubeconfig that is named, else of the one that counts. */
  readonly contexts: (kubeconfig: string | undefined) => Promise<readonly string[]>;
}

interface Place extends OfferOptions {
  readonly current: string;
  readonly line: Line;
}

export async function offerFor(options: OfferOptions): Promise<Offer> {
  const { words, commands } = options;
  const line = readLine({ words: words.slice(0, -1), commands });
  const place = { ...options, line, current: words.at(-1) ?? '' };
  const { current } = place;
  if (line.open?.value !== undefined) return await specOffer(line.open, place);
  if (!line.isEnded && current.startsWith('-') && current !== '-') return await flagOffer(place);
  if (line.command !== undefined) return await argumentOffer(place, line.command);
  return line.hasUnknownCommand ? nothing : fixed(current, commandCandidates(commands));
}

const nothing: Offer = { candidates: [], otherwise: 'nothing' };

/** A flag, or its value where that stands in the same word: behind `=` the scripts of all shells want the value alone. */
async function flagOffer(place: Place): Promise<Offer> {
  const { line, current } = place;
  const withValue = line.flags.filter((flag) => flag.value !== undefined);
  const spec = withValue.find((flag) => spellings(flag).some((spelling) => current.startsWith(`${spelling}=`)));
  if (spec !== undefined) return await specOffer(spec, { ...place, current: current.slice(current.indexOf('=') + 1) });
  const joined = withValue.find(({ short }) => short !== undefined && current.startsWith(`-${short}`) && current.length > 2);
  if (joined !== undefined)
    return fixed(
      current,
      (joined.choices ?? []).map((choice) => ({ value: `-${joined.short}${choice}` })),
    );
  return fixed(current, flagCandidates(line));
}

function flagCandidates({ flags, given, command }: Line): Candidate[] {
  const free = flags.filter((flag) => flag.repeatable || !given.has(flag.name));
  const candidates = free.flatMap((flag) => spellings(flag).map((value) => ({ value, describe: flag.describe })));
  return command === undefined && given.size === 0 ? [...candidates, { value: '--version', describe: 'print the version' }] : candidates;
}

/** Where SOURCE may be left out, the first word may be it or what follows it. */
async function argumentOffer(place: Place, command: CommandSpec): Promise<Offer> {
  const { line, hasPreset, isThere } = place;
  const { length } = line.positionals;
  const [first = ''] = line.positionals;
  const at = (position: number): Promise<Offer> => specOffer(argumentAt(command, position), place);
  const takesPreset = hasPreset && command.arguments[0]?.name === 'SOURCE';
  if (!takesPreset || first === '-' || (length > 0 && isThere(first))) return await at(length);
  const behind = await at(length + 1);
  return length === 0 ? { ...(await at(0)), candidates: behind.candidates } : behind;
}

function argumentAt(command: CommandSpec, position: number): ArgumentSpec | undefined {
  const last = command.arguments.at(-1);
  return command.arguments[position] ?? (last?.variadic ? last : undefined);
}

async function specOffer(spec: ArgumentSpec | FlagSpec | undefined, place: Place): Promise<Offer> {
  const { current, commands, contexts, line } = place;
  const words = (list: readonly string[]): Offer =>
    fixed(
      current,
      list.map((value) => ({ value })),
    );
  if (spec?.choices !== undefined) return words(spec.choices);
  switch (spec?.completes) {
    case 'kind':
      return fixed(current, kindCandidates(current, commands));
    case 'command':
      return fixed(current, commandCandidates(commands));
    case 'context':
      return words(await contexts(line.given.get('kubeconfig')));
    case 'file':
      return { candidates: [], otherwise: 'files' };
    case 'folder':
      return { candidates: [], otherwise: 'folders' };
    default:
      return nothing;
  }
}

/** Several go with commas: what stands before the last one stays. */
function kindCandidates(current: string, commands: readonly CommandSpec[]): Candidate[] {
  const before = current.slice(0, current.lastIndexOf(',') + 1);
  return completionWords(commands).kinds.map((kind) => ({ value: `${before}${kind}` }));
}

function commandCandidates(commands: readonly CommandSpec[]): Candidate[] {
  return commands.map(({ name, summary }) => ({ value: name, describe: summary }));
}

function fixed(current: string, candidates: readonly Candidate[]): Offer {
  return { candidates: candidates.filter(({ value }) => value.startsWith(current)), otherwise: 'nothing' };
}
