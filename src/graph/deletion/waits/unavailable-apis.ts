/**
 * API services that do not answer: a namespace is not finished while one group cannot be discovered, whatever is left in it.
 * Source: kubernetes pkg/controller/namespace/deletion/namespaced_resources_deleter.go, deleteAllContent.
 */
import { apiService } from '../../../relations/kinds.ts';
import { gapTexts, type WaitQuery } from './wait.ts';

export const unavailableApis: WaitQuery = async (context, held) => {
  const { rows } = await context.reader.list({ filter: { kinds: [apiService], presence: ['PRESENT'] } });
  const conditions = await context.reader.conditions(rows.map(({ id }) => id));
  const failing = new Set(conditions.filter(({ type, status }) => type === 'Available' && status !== 'True').map(({ object }) => object));
  const objects = rows.filter(({ id }) => failing.has(id));
  const evidence = objects.map(
    ({ name }) => `APIService ${name} is not available: no namespace can be finished while its group is not discovered`,
  );
  const gaps = gapTexts(await context.uncaptured([apiService], null));
  return new Map(held.map(({ id }) => [id, { objects, evidence, gaps }]));
};
