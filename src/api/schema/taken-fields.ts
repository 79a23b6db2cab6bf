/** Which fields kinds have already, and whether a rule of a user may add its own: one field name has one response shape on all kinds. */
import { type KindKey, kindName } from '../../kube/kind.ts';
import type { WalkField } from '../../relations/field.ts';
import { fieldsOfRule, relationFields } from '../../relations/relation-fields.ts';
import type { RelationRule } from '../../relations/rule.ts';
import { curatedFields, interfaceFields } from './object-fields.ts';

export interface FieldClash {
  readonly field: 'forward' | 'reverse';
  /** A sentence that says what to do. */
  readonly problem: string;
}

/** Names that are the API's, or will be: docs/graphql.md, "Every kind" and "Types". */
const RESERVED: ReadonlySet<string> = new Set(['findings', 'health', 'metadata', 'spec', 'status', 'data', 'stringData', 'binaryData']);

type Shape = 'a list of objects' | 'one object' | 'something else';

export interface TakenFields {
  /** What is in the way of the rule's fields; null where nothing is, and then they are taken. */
  add(rule: RelationRule): FieldClash | null;
}

export function createTakenFields(): TakenFields {
  const everywhere = new Set(interfaceFields(kindName).map(({ name }) => name));
  const shapes = new Map<string, { readonly shape: Shape; readonly on: string }>();
  const ownOfKinds = new Set<string>();
  const relations = new Map<string, KindKey | null>();
  for (const [on, fields] of curatedFields) {
    for (const { name, type } of fields) {
      shapes.set(name, { shape: type.endsWith('Connection') ? 'a list of objects' : 'something else', on });
      ownOfKinds.add(`${on} ${name}`);
    }
  }
  for (const field of relationFields()) {
    shapes.set(field.name, { shape: shapeOf(field), on: kindName(field.on) });
    if (isOneStep(field)) relations.set(keyOf(field), field.to);
    else ownOfKinds.add(keyOf(field));
  }
  const problemWith = (field: WalkField): string | null => {
    const { name } = field;
    const on = kindName(field.on);
    if (everywhere.has(name) || RESERVED.has(name) || name.endsWith('Raw'))
      return `the name "${name}" is reserved: every object has a field of this name, or may get one. Choose another.`;
    if (ownOfKinds.has(keyOf(field))) return `${on} has a field "${name}" already, which is made otherwise. Choose another name.`;
    const known = shapes.get(name);
    if (known !== undefined && known.shape !== shapeOf(field))
      return `the field "${name}" is ${known.shape} on ${known.on}, and would be ${shapeOf(field)} on ${on}: a name means one of them on all kinds. Choose another name${known.shape === 'something else' ? '' : `, or ${field.one ? 'leave out "one"' : 'write "one: true"'}`}.`;
    const target = relations.get(keyOf(field));
    if (target !== undefined && target !== null && (field.to === null || kindName(target) !== kindName(field.to)))
      return `the field "${name}" of ${on} leads to ${kindName(target)} alone. Choose another name for what leads elsewhere.`;
    return null;
  };
  return {
    add(rule) {
      const fields = fieldsOfRule(rule);
      for (const field of fields) {
        const problem = problemWith(field);
        if (problem !== null) return { field: field.name === rule.forward?.name ? 'forward' : 'reverse', problem };
      }
      for (const field of fields) if (!shapes.has(field.name)) shapes.set(field.name, { shape: shapeOf(field), on: kindName(field.on) });
      return null;
    },
  };
}

function shapeOf({ one }: WalkField): Shape {
  return one ? 'one object' : 'a list of objects';
}

function keyOf({ on, name }: WalkField): string {
  return `${kindName(on)} ${name}`;
}

/** Rules make such fields, and several rules one together; all others stand alone. */
function isOneStep({ walk }: WalkField): boolean {
  if ('union' in walk) return walk.union.every((way) => 'hops' in way && way.hops.length === 1);
  return 'hops' in walk && walk.hops.length === 1;
}
