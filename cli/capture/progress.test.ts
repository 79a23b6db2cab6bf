import { expect, test } from 'vitest';
import { recordingOutput } from '../output/testing/recording-output.ts';
import { createCaptureDisplay } from './progress.ts';

test('lines of JSON stay JSON, whatever is in a name', async () => {
  const { output, written: lines } = recordingOutput();
  const display = await createCaptureDisplay({ choice: 'json', output });
  const name = 'a\u001b[2J\u007f\u009b31m\u202e"\n\t';
  const none = { done: 0, total: 0 };
  display.update(name, { phase: 'objects', resources: none, logs: none, objects: 0, bytes: 0, underWay: [{ name, since: Date.now() }] });
  display.stop();
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ capture: name, underWay: [{ name }] });
});
