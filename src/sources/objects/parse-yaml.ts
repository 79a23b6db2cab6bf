import type { Schema } from 'js-yaml';
import { lazyPackage } from '../../kube/lazy-package.ts';
import type { InputLimits } from '../../records/input-limits.ts';

const yaml = lazyPackage<typeof import('js-yaml')>('js-yaml');

let known: Schema | undefined;

/** YAML 1.2's core schema has no times: a creationTimestamp stays a string. Merge keys are read, as kubectl does. */
function schema(): Schema {
  const { CORE_SCHEMA, mergeTag } = yaml();
  known ??= CORE_SCHEMA.withTags(mergeTag);
  return known;
}

const ANCHOR = '&';

export type ParsedYaml =
  | { readonly value: unknown }
  | { readonly fault: { readonly code: string; readonly message: string; readonly line: number } };

/** One YAML document as JSON values; a fault's line counts from 0, in the text. Aliases that would blow it up, or run in a circle, are faults. */
export function parseYaml(text: string, limits: InputLimits): ParsedYaml {
  try {
    const value = yaml().load(text, { schema: schema(), json: true, maxDepth: limits.jsonDepth, maxAliases: limits.yamlAliases });
    const excess = text.includes(ANCHOR) ? aliasExcess(value, text.length, limits) : null;
    return excess === null ? { value } : { fault: { code: 'YAML_ALIASES', message: excess, line: 0 } };
  } catch (error) {
    if (error instanceof yaml().YAMLException)
      return { fault: { code: 'NOT_YAML', message: `it is no valid YAML (${error.reason})`, line: error.mark?.line ?? 0 } };
    return {
      fault: { code: 'NOT_YAML', message: `it is no valid YAML (${error instanceof Error ? error.message : String(error)})`, line: 0 },
    };
  }
}

/** An alias is the same object again, until it is written out as JSON: what it then would be is counted here. */
function aliasExcess(value: unknown, characters: number, limits: InputLimits): string | null {
  const allowed = characters + limits.yamlAliasValues;
  let values = 0;
  const open: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (++values > allowed) return `its aliases add more than ${limits.yamlAliasValues} values (limit "yamlAliasValues")`;
    if (typeof next.value !== 'object' || next.value === null) continue;
    const { depth } = next;
    if (depth > limits.jsonDepth)
      return `its aliases lead into themselves, or more than ${limits.jsonDepth} levels deep (limit "jsonDepth")`;
    for (const child of Object.values(next.value)) open.push({ value: child, depth: depth + 1 });
  }
  return null;
}
