/** What a finalizer, or an object that is being deleted, waits for: a query over a set of objects. */
import type { KindKey } from '../../../kube/kind.ts';
import { kindName } from '../../../kube/kind.ts';
import type { Edge, ObjectRow } from '../../../store/reader.ts';
import type { DeletionContext } from '../context.ts';

/** What one object waits for. */
export interface Wait {
  readonly objects: readonly ObjectRow[];
  /** What waits deletes them, or lets go of them, by itself: one that nobody has touched yet is no obstacle while that is within its usual time. */
  readonly attends?: boolean;
  readonly evidence: readonly string[];
  /** What was not looked at and may hold more: nothing found then proves nothing. */
  readonly gaps: readonly string[];
}

/** By object id; what waits for nothing may be left out. */
export interface WaitQuery {
  (context: DeletionContext, held: readonly ObjectRow[]): Promise<ReadonlyMap<number, Wait>>;
  /** The relations that it follows by name: each must be one of the rules. */
  readonly relations?: readonly string[];
}

export const NOTHING: Wait = { objects: [], evidence: [], gaps: [] };

export function gapTexts(kinds: readonly KindKey[]): string[] {
  return kinds.map((kind) => `${kindName(kind)} was not captured completely`);
}

/** So many kinds are named. */
const NAMED = 5;

/** The first few, each once. */
export function listed(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const more = distinct.length > NAMED ? ` and ${distinct.length - NAMED} more` : '';
  return `${distinct.slice(0, NAMED).join(', ')}${more}`;
}

/** Several queries together. */
export function all(...queries: readonly WaitQuery[]): WaitQuery {
  return async (context, held) => {
    const merged = new Map<number, Wait>();
    for (const query of queries) {
      for (const [id, wait] of await query(context, held)) {
        const known = merged.get(id) ?? NOTHING;
        merged.set(id, {
          objects: [...known.objects, ...wait.objects],
          evidence: [...known.evidence, ...wait.evidence],
          gaps: [...known.gaps, ...wait.gaps],
          attends: known.attends === true || wait.attends === true,
        });
      }
    }
    return merged;
  };
}

/** From edges to waits: the objects at their ends, each once, with the path of a pointer as evidence. */
export async function waitsFromEdges(options: {
  readonly context: DeletionContext;
  readonly held: readonly ObjectRow[];
  readonly edges: readonly Edge[];
  /** Kinds that must have been captured for an empty answer to prove anything. */
  readonly kinds: readonly KindKey[];
  /** Those kinds may lie in any namespace. */
  readonly anywhere?: boolean;
}): Promise<ReadonlyMap<number, Wait>> {
  const { context, held, edges, kinds, anywhere = false } = options;
  const byParent = new Map<number, Map<number, Edge>>();
  for (const edge of edges) {
    const reached = byParent.get(edge.parent) ?? new Map<number, Edge>();
    if (!reached.has(edge.object.id)) reached.set(edge.object.id, edge);
    byParent.set(edge.parent, reached);
  }
  const waits = new Map<number, Wait>();
  for (const object of held) {
    const found = [...(byParent.get(object.id)?.values() ?? [])];
    const gaps = gapTexts(await context.uncaptured(kinds, anywhere ? null : object.namespace));
    waits.set(object.id, { objects: found.map((edge) => edge.object), evidence: [], gaps });
  }
  return waits;
}
