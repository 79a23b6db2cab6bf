/** What an exit code says. Source: Kubernetes, pkg/kubelet; containerd; the shell's convention of 128 and a signal's number. */

import { member, word } from '../../kube/fixed-keys.ts';
import { parseQuantity } from '../../kube/quantity.ts';
import type { JsonValue } from '../../records/record.ts';
import type { Termination } from './containers.ts';

const MEANINGS: ReadonlyMap<number, string> = new Map([
  [0, 'it ended without an error'],
  [126, 'the command is not executable'],
  [127, 'the command was not found'],
  [128, 'it could not be started'],
  [132, 'illegal instruction'],
  [134, 'it aborted'],
  [135, 'bus error'],
  [136, 'arithmetic error'],
  [137, 'it was killed'],
  [139, 'segmentation fault'],
  [141, 'broken pipe'],
  [143, 'it was asked to stop'],
  [255, 'its end was not seen, or it ended with -1'],
]);

/** `OOMKilled, exit code 137 (it was killed)` */
export function terminationText({ reason, exitCode, signal }: Termination): string {
  const meaning = exitCode === null ? undefined : MEANINGS.get(exitCode);
  const code = exitCode === null ? (signal === null ? null : `signal ${signal}`) : `exit code ${exitCode}`;
  const words = [reason === 'Error' ? null : reason, code].filter((part) => part !== null).join(', ');
  const said = words === '' ? (reason ?? 'without a word') : words;
  return meaning === undefined || reason === 'OOMKilled' || reason === 'Completed' ? said : `${said} (${meaning})`;
}

/** What more is to be said of one that ran out of memory. */
export function memoryText(spec: JsonValue, termination: Termination | null): string {
  if (termination?.reason !== 'OOMKilled') return '';
  const limit = member(member(member(spec, 'resources'), 'limits'), 'memory');
  const text = word(limit) ?? (typeof limit === 'number' ? String(limit) : null);
  return text === null || parseQuantity(text) === null
    ? ' It has no memory limit: its node, or a limit above it, ran out of memory.'
    : ` It needs more memory than its limit of ${text}.`;
}
