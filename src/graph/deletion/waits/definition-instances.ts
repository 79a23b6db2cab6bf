/** The objects of a kind whose CustomResourceDefinition is being deleted. Source: apiextensions-apiserver pkg/controller/finalizer/crd_finalizer.go. */
import { canonicalKind } from '../../../kube/canonical-kind.ts';
import { stringAt } from '../../../kube/safe.ts';
import { gapTexts, type Wait, type WaitQuery } from './wait.ts';

export const definitionInstances: WaitQuery = async (context, held) => {
  const contents = await context.contents(held);
  const conditions = await context.reader.conditions(held.map(({ id }) => id));
  const waits = new Map<number, Wait>();
  for (const definition of held) {
    const spec = contents.get(definition.id);
    const group = stringAt(spec, 'spec', 'group');
    const kind = stringAt(spec, 'spec', 'names', 'kind');
    if (group === undefined || kind === undefined) continue;
    const key = canonicalKind(group, kind);
    const { rows } = await context.reader.list({ filter: { kinds: [key], presence: ['PRESENT'] } });
    const terminating = conditions.find(({ object, type }) => object === definition.id && type === 'Terminating');
    const evidence = terminating === undefined ? [] : [`condition Terminating: ${terminating.reason ?? terminating.status}`];
    waits.set(definition.id, { objects: rows, attends: true, evidence, gaps: gapTexts(await context.uncaptured([key], null)) });
  }
  return waits;
};
