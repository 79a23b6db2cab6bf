/** Rules of users, and what becomes of an object. */
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { createMarker } from '../mark.ts';
import { readRedactionRules } from '../rules/read-redaction-rules.ts';
import { captured, KEY, redacted } from './records.ts';

const marker = createMarker(KEY);
export const mark = (text: string): string => marker.mark(Buffer.from(text));

export const rulesOf = (...rules: JsonObject[]): ReturnType<typeof readRedactionRules> => {
  const named = rules.map((rule, index) => ({ name: `rule ${index}`, ...rule }));
  return readRedactionRules({ text: JSON.stringify({ rules: named }), file: 'rules.yaml' });
};

export async function after(object: JsonValue | string, ...rules: JsonObject[]): Promise<JsonValue> {
  const record = captured(typeof object === 'string' ? object : (object as JsonObject), 'configmaps');
  return JSON.parse(await redacted(record, { rules: rulesOf(...rules) })) as JsonValue;
}

export const settings = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings', namespace: 'shop', uid: 'u', labels: { app: 'web' } },
  data: { 'db.password': 'hunter2', 'db.host': 'db.data', port: '5432' },
};
