/** A custom resource can be created a moment after its definition. */
import { setTimeout as sleep } from 'node:timers/promises';

const deadlineMs = 30_000;

/** @param {{ api: import('../types.ts').Api, definitions: readonly import('../types.ts').NewObject[] }} options */
export async function untilServed({ api, definitions }) {
  const end = Date.now() + deadlineMs;
  for (const { metadata, spec } of definitions) {
    const { group, names, versions } = /** @type {{ group: string, names: { plural: string }, versions: { name: string }[] }} */ (spec);
    for (const { name } of versions) {
      while ((await api.request({ path: `/apis/${group}/${name}/${names.plural}` })).status !== 200) {
        if (Date.now() > end) throw new Error(`${metadata.name} is not served ${deadlineMs / 1000} s after its creation.`);
        await sleep(50);
      }
    }
  }
}
