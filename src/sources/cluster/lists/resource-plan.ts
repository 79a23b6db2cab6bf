/** What happens to each resource of discovery: it is listed, or there is a reason why not. */
import { compileGlob } from '../../../kube/glob.ts';
import type { ApiResource } from '../discovery/api-resource.ts';
import { resourceText } from '../discovery/api-resource.ts';
import { NEVER_LISTED } from './never-listed.ts';

export interface ResourcePlan {
  readonly resource: ApiResource;
  /** Why it is not listed; null where it is. */
  readonly excluded: string | null;
  /** The resource that holds the same objects: where that could not be listed, this one is. */
  readonly twin: string | null;
}

export interface ResourceChoice {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** A pattern that fits nothing is none that is misspelt: what it fits may have been there, or may come. */
  readonly isTolerant?: boolean;
}

/** A pattern that no resource fits: the names that there are. */
export class UnknownResource extends Error {
  override readonly name = 'UnknownResource';
  readonly pattern: string;
  readonly candidates: readonly string[];

  constructor(options: { readonly flag: string; readonly pattern: string; readonly candidates: readonly string[] }) {
    super(`--${options.flag} ${options.pattern}: the server has no resource of that name.`);
    this.pattern = options.pattern;
    this.candidates = options.candidates;
  }
}

/** Listable resources in the order in which they are listed. Throws UnknownResource, unless the choice is tolerant. */
export function planResources(resources: readonly ApiResource[], choice: ResourceChoice): ResourcePlan[] {
  const listable = resources.filter(({ verbs }) => verbs.includes('list'));
  const { isTolerant = false } = choice;
  const included = matcher({ flag: 'include', patterns: choice.include, resources: listable, isTolerant });
  const excluded = matcher({ flag: 'exclude', patterns: choice.exclude, resources: listable, isTolerant });
  const isLeftOut = (resource: ApiResource): boolean => choice.include.length > 0 && !included(resource);
  const planned = (resource: ApiResource): ResourcePlan => {
    const plan = { resource, twin: null };
    if (isLeftOut(resource)) return { ...plan, excluded: `not among --include ${choice.include.join(' ')}` };
    const never = NEVER_LISTED.find((row) => row.resource === resourceText(resource));
    const twin = listable.find((one) => resourceText(one) === never?.twin);
    // Of two that hold the same objects the one that was asked for counts, and the one that was not wanted.
    if (excluded(resource) || (twin !== undefined && excluded(twin))) return { ...plan, excluded: `--exclude ${choice.exclude.join(' ')}` };
    const isNeeded = never === undefined || (never.twin !== null && (twin === undefined || isLeftOut(twin)));
    return isNeeded ? { ...plan, excluded: null } : { resource, excluded: never.reason, twin: never.twin };
  };
  return inOrder(listable.map(planned));
}

/** What grows and goes fastest is listed first, then what all else hangs on; of the rest the server's order. */
const FIRST: readonly string[] = ['namespaces', 'events', 'pods', 'nodes'];

function inOrder(plans: readonly ResourcePlan[]): ResourcePlan[] {
  const rank = ({ resource }: ResourcePlan): number => {
    const index = FIRST.indexOf(resourceText(resource));
    return index < 0 ? FIRST.length : index;
  };
  return [...plans].sort((a, b) => rank(a) - rank(b));
}

/** kubectl's names: plural, singular, short name, kind, each with or without `.group`; and with `*`. */
function matcher(options: {
  readonly flag: string;
  readonly patterns: readonly string[];
  readonly resources: readonly ApiResource[];
  readonly isTolerant: boolean;
}): (resource: ApiResource) => boolean {
  const { flag, patterns, resources, isTolerant } = options;
  const chosen = new Set<ApiResource>();
  for (const pattern of patterns) {
    const fits = compileGlob(pattern.toLowerCase());
    const found = resources.filter((resource) => namesOf(resource).some(fits));
    if (found.length === 0 && !isTolerant) throw new UnknownResource({ flag, pattern, candidates: resources.flatMap(namesOf) });
    for (const resource of found) chosen.add(resource);
  }
  return (resource) => chosen.has(resource);
}

function namesOf({ group, resource, singular, shortNames, kind }: ApiResource): string[] {
  const names = [...new Set([resource, singular, ...shortNames, kind].filter((name) => name !== '').map((name) => name.toLowerCase()))];
  return [...names, ...names.map((name) => `${name}.${group || 'core'}`)];
}
