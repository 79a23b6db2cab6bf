/** Examples of what stands in a pod's spec: a Pod and every kind of template, each complete. */
import type { JsonObject } from '../../src/records/record.ts';
import { podSpecs } from '../../src/relations/kinds.ts';
import type { Example } from './example.ts';
import { holding } from './template-scaffolds.ts';

/**
 * The same pod spec in a Pod and in every kind of template, all called `web` in namespace `shop`; '~' in a pointer stands for the path of the spec.
 * A spec without containers gets one. Templates have no ephemeral containers: those are added to running Pods.
 * Of a kind whose controller fills in what is left out nothing is assumed.
 */
export function inEveryPodSpec(spec: JsonObject, pointers: readonly string[]): Example[] {
  return podSpecs.map((holder) => {
    const { ephemeralContainers, ...lasting } = spec;
    const isPod = holder.kind.kind === 'Pod';
    const whole = { containers: [{ name: 'main', image: 'web:1' }], ...(isPod ? spec : lasting) };
    const isKept = (pointer: string): boolean =>
      (isPod || ephemeralContainers === undefined || !pointer.includes('~.ephemeralContainers[')) &&
      (holder.fillsIn !== true || !pointer.includes(' [defaulted]'));
    const path = holder.path.replaceAll('[]', '[0]');
    return { object: holding(holder, whole), pointers: pointers.filter(isKept).map((pointer) => pointer.replaceAll('~', path)) };
  });
}
