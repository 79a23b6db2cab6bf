/** Built-in kinds by what roles and quotas call them: the plural name of the resource and its group. */
import { type BuiltInKind, builtInKind, builtInKinds } from './built-in-kinds.ts';
import { formerKinds } from './canonical-kind.ts';

/** The canonical kind of `deployments` in `apps`, and in `extensions`, where it once was; undefined for custom resources. */
export function builtInResource(group: string, plural: string): BuiltInKind | undefined {
  return BY_RESOURCE.get(key(group, plural));
}

const BY_RESOURCE: ReadonlyMap<string, BuiltInKind> = new Map([
  ...formerKinds.flatMap(({ former, canonical }): [string, BuiltInKind][] => {
    const kind = builtInKind(canonical);
    return kind === undefined ? [] : [[key(former.group, kind.plural), kind]];
  }),
  ...builtInKinds.map((kind): [string, BuiltInKind] => [key(kind.group, kind.plural), kind]),
]);

/** As quotas write it: `deployments.apps`, `pods`. */
function key(group: string, plural: string): string {
  return group === '' ? plural : `${plural}.${group}`;
}
