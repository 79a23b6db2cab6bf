import { member, word } from '../../../../kube/fixed-keys.ts';
import type { JsonObject } from '../../../../records/record.ts';
import type { Gather } from '../health-context.ts';

export const storageClass: Gather<'storageClass'> = ({ read: { statements, names } }, { id }) => {
  const row = statements.raw<[string, string]>(CLASS).get(id, names.relationId('claim-storage-class') ?? 0);
  if (row === undefined) return null;
  const [name, json] = row;
  // Absent is Immediate. Source: storage/v1 types.go, StorageClass.
  return { name, bindingMode: word(member(JSON.parse(json) as JsonObject, 'volumeBindingMode')) ?? 'Immediate' };
};

const CLASS = `
SELECT o.name, j.json FROM reference r CROSS JOIN object o ON o.id = r.target CROSS JOIN object_json j ON j.id = o.id
WHERE r.source = ? AND r.relation = ? AND r.flaw = 0 ORDER BY r.ordinal LIMIT 1`;
