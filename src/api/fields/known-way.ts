/** One schema serves snapshots that were imported under different rules of users: what a snapshot knows of a field. */
import { type KindKey, kindName } from '../../kube/kind.ts';
import type { Hop, Walk, WalkField } from '../../relations/field.ts';
import type { Snapshot } from '../../store/reader.ts';
import { snapshotIncompatible } from '../errors.ts';
import { relationScopes } from '../lists/relation-scopes.ts';

/**
 * The field's walk, over the relations that the snapshot was imported under: the others have left no pointers in it, which is not to look like
 * there being none. Throws SNAPSHOT_INCOMPATIBLE where none is left.
 */
export function knownWay(snapshot: Snapshot, { on, name, walk }: WalkField): Walk {
  if (isKnown(snapshot, on, walk)) return walk;
  const known = 'union' in walk ? walk.union.filter((way) => isKnown(snapshot, on, way)) : [];
  if (known.length > 0) return { union: known };
  throw snapshotIncompatible(
    `The snapshot "${snapshot.info.name}" was imported without the rule that gives ${kindName(on)} the field "${name}": whether it has such pointers is not known. Import its capture again with --rules.`,
  );
}

/** Walks of more than one step, and all others that no rule makes, follow built-in relations alone. */
function isKnown(snapshot: Snapshot, on: KindKey, walk: Walk): boolean {
  if ('union' in walk) return walk.union.every((way) => isKnown(snapshot, on, way));
  const [hop, ...more] = 'hops' in walk ? walk.hops : [];
  return hop === undefined || more.length > 0 || runsFrom(snapshot, on, hop);
}

function runsFrom(snapshot: Snapshot, on: KindKey, { relation, direction }: Hop): boolean {
  const scope = relationScopes(snapshot).get(relation);
  if (scope === undefined) return false;
  const kinds = direction === 'forward' ? scope.sources : scope.targets;
  return kinds === null || kinds.some((kind) => kindName(kind) === kindName(on));
}
