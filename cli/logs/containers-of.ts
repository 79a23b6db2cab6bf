/** Which containers of a Pod `logs` reads. Source: kubectl, pkg/polymorphichelpers/logsforobject.go and pkg/cmd/util/podcmd/podcmd.go. */
import { arrayAt, stringAt, valueAt } from '../../src/kube/safe.ts';
import { CommandError } from '../errors.ts';
import type { FoundObject } from '../get/fetch-objects.ts';

const DEFAULT_CONTAINER = 'kubectl.kubernetes.io/default-container';

/** Names, in kubectl's order. Throws CommandError for a container that the Pod does not have. */
export function containersOf(options: {
  readonly pod: FoundObject;
  readonly container: string | undefined;
  readonly all: boolean;
  /** Silent, where several Pods were asked for. */
  readonly note: (text: string) => void;
}): readonly string[] {
  const { pod, container, all, note } = options;
  const { init, main, ephemeral } = namesOf(pod);
  const known = [...init, ...main, ...ephemeral];
  if (all) return known;
  const listed = [...main, ...ephemeral.map((name) => `${name} (ephem)`), ...init.map((name) => `${name} (init)`)].join(', ');
  if (container !== undefined) {
    if (known.includes(container)) return [container];
    throw new CommandError(`container ${container} is not valid for pod ${pod.row.name} out of: ${listed}.`);
  }
  const preset = valueAt(valueAt(valueAt(pod.object, 'metadata'), 'annotations'), DEFAULT_CONTAINER);
  if (typeof preset === 'string' && preset !== '') {
    if (known.includes(preset)) return [preset];
    note(`Default container name "${preset}" not found in pod ${pod.row.name}`);
  }
  const [first] = main;
  if (first === undefined) throw new CommandError(`pod ${pod.row.name} has no container in this capture.`);
  if (known.length > 1) note(`Defaulted container "${first}" out of: ${listed}`);
  return [first];
}

function namesOf({ object }: FoundObject): { readonly init: string[]; readonly main: string[]; readonly ephemeral: string[] } {
  const names = (field: string): string[] => arrayAt(object, 'spec', field).flatMap((container) => stringAt(container, 'name') ?? []);
  return { init: names('initContainers'), main: names('containers'), ephemeral: names('ephemeralContainers') };
}
