import { expect, test } from 'vitest';
import { createMarker } from './mark.ts';
import { redactObject } from './redact-object.ts';
import { builtInRules } from './rules/built-in-rules.ts';
import { type CapturedLine, capturedObjects } from './testing/captured-objects.ts';
import { KEY } from './testing/records.ts';

const marker = createMarker(KEY);

function redacted({ raw, resource: path }: CapturedLine, glance: boolean): string {
  const [group = '', version = '', resource = ''] = path.split('/');
  const known = { group: group === 'core' ? '' : group, version, resource };
  const result = redactObject({ bytes: raw, resource: known, rules: builtInRules, marker, isKept: () => false, glance });
  return result === null ? 'dropped' : result.bytes.toString();
}

const VARIABLE = '"env":[{"name":"DB_PASSWORD","value":"hunter2hunter2"}],';
const escaped = (json: string): string => JSON.stringify(json).slice(1, -1);

/** With a password in every container, in the objects themselves and in their copies. */
function withPasswords({ raw, resource }: CapturedLine): CapturedLine {
  const text = raw
    .toString()
    .replaceAll('"containers":[{', `"containers":[{${VARIABLE}`)
    .replaceAll('\\"containers\\":[{', `\\"containers\\":[{${escaped(VARIABLE)}`);
  return { resource, raw: Buffer.from(text) };
}

test.each(['demo.tar.gz', 'demo-later.tar.gz', 'demo-partial.tar.gz'])('%s: what is redacted stays as it is, to the byte', (bundle) => {
  for (const line of capturedObjects(bundle)) {
    for (const glance of [true, false]) expect(redacted(line, glance)).toBe(line.raw.toString());
  }
});

test.each(['demo.tar.gz', 'demo-later.tar.gz'])('%s: a password put into each container goes, and nothing else', (bundle) => {
  let passwords = 0;
  for (const line of capturedObjects(bundle).map(withPasswords)) {
    const before = line.raw.toString();
    const after = redacted(line, true);
    passwords += before.split('hunter2hunter2').length - 1;
    expect(after).toBe(before.replaceAll('hunter2hunter2', marker.mark(Buffer.from('hunter2hunter2'))));
  }
  expect(passwords).toBeGreaterThan(100);
});
