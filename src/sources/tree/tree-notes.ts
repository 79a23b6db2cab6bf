/** What tools' small files say, for those that share it. */
import { DEFAULT_INPUT_LIMITS } from '../../records/input-limits.ts';
import { isJsonObject } from '../../records/json-fields.ts';
import { parseYaml } from '../objects/parse-yaml.ts';
import type { TreeNote, TreeSaid } from './tree-tool.ts';

/** An aggregated discovery document, as YAML or JSON. */
export const discoveryNote: TreeNote = ({ text, said }) => {
  const parsed = parseYaml(text, DEFAULT_INPUT_LIMITS);
  if ('fault' in parsed) return parsed.fault.message;
  said.coverage.discovery(parsed.value);
  return null;
};

/** The answer of `/version`. */
export const serverVersionNote: TreeNote = ({ text, said }) => {
  const parsed = parseYaml(text, DEFAULT_INPUT_LIMITS);
  if ('fault' in parsed) return parsed.fault.message;
  if (isJsonObject(parsed.value)) said.serverVersion ??= parsed.value;
  return null;
};

export function addTime(said: TreeSaid, time: number | null): void {
  if (time === null) return;
  said.from = Math.min(time, said.from ?? time);
  said.to = Math.max(time, said.to ?? time);
}
