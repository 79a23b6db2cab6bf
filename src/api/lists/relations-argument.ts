/** The `relations` argument. */
import { didYouMean } from '../../kube/suggest.ts';
import type { Snapshot } from '../../store/reader.ts';
import { badUserInput } from '../errors.ts';
import type { Arguments } from '../model/field-row.ts';
import { relationScopes } from './relation-scopes.ts';

/** undefined without the argument. Throws BAD_USER_INPUT for a relation that no rule names under which the snapshot was imported. */
export function relationsOf(args: Arguments, snapshot: Snapshot): readonly string[] | undefined {
  const names = args['relations'];
  if (!Array.isArray(names)) return undefined;
  return names.map((name) => checked(String(name), snapshot));
}

function checked(name: string, snapshot: Snapshot): string {
  const known = relationScopes(snapshot);
  if (!known.has(name)) throw badUserInput('relations', `There is no relation "${name}".${didYouMean(name, known.keys())}`);
  return name;
}
