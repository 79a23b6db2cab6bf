/**
 * The custom kinds that have names of their own in GraphQL, in the order in which projects take the bare ones.
 * Source: the CustomResourceDefinitions and API documentation of the projects.
 */
import type { KindKey } from './kind.ts';
import { FLEET_PROJECTS } from './well-known/fleet-projects.ts';
import { MORE_PROJECTS } from './well-known/more-projects.ts';
import { NAMED_PROJECTS } from './well-known/named-projects.ts';
import { OTHER_PROJECTS } from './well-known/other-projects.ts';

/** `group: Kind Kind …`; an indented line goes on with the one before. */
export const wellKnownKinds: readonly KindKey[] = [NAMED_PROJECTS, OTHER_PROJECTS, MORE_PROJECTS, FLEET_PROJECTS].flatMap(readList);

function readList(list: string): KindKey[] {
  const lines = list.replaceAll('\n  ', ' ').split('\n');
  return lines.filter((line) => line !== '').flatMap(readLine);
}

function readLine(line: string): KindKey[] {
  const [group = '', kinds = ''] = line.split(': ');
  return kinds.split(' ').map((kind) => ({ group, kind }));
}
