/** What each domain of relation rules costs: the time of the extractor with that domain alone, over a sample of the generated objects, the dearest first. */
import { toCanonicalForm } from '../../src/kube/canonical-form.ts';
import type { JsonObject } from '../../src/records/record.ts';
import { allCodedRelations } from '../../src/relations/coded/all.ts';
import { createExtractor, type ExtractorInput } from '../../src/relations/extractor.ts';
import { allRules } from '../../src/relations/rules/all.ts';
import { clusterOf } from '../data/cluster.ts';
import { relationDomains } from '../data/relation-domains.ts';
import { p50 } from '../measure.ts';
import { type BenchContext, type Row, row } from '../row.ts';

const RUNS = 10;
const SAMPLE = 20_000;
/** A domain from this part of the whole on has a row of its own. */
const DEAR = 0.01;

export async function relationDomainRows(context: BenchContext): Promise<readonly Row[]> {
  const inputs = sample(Math.min(context.objects, SAMPLE));
  const all = await timeOf(inputs, {});
  const none = await timeOf(inputs, { rules: [], coded: [] });
  const costs: { readonly name: string; readonly ms: number }[] = [];
  for (const { name, rules, coded } of relationDomains()) {
    const alone = await timeOf(inputs, { rules, coded });
    costs.push({ name: `${name} (${rules.length + coded.length})`, ms: Math.max(0, alone - none) });
  }
  costs.sort((a, b) => b.ms - a.ms);
  const dear = costs.filter(({ ms }) => ms >= DEAR * (all - none));
  const rest = costs.slice(dear.length);
  const others = { name: `${rest.length} others together`, ms: rest.reduce((sum, { ms }) => sum + ms, 0) };
  return [
    row({
      what: `relations of ${inputs.length} objects (${allRules.length} rules, ${allCodedRelations.length} coded)`,
      ours: all,
      against: none,
      unit: 'ms',
      note: 'against no rules at all',
    }),
    ...[...dear, others].map(({ name, ms }) =>
      row({ what: `  ${name}`, ours: ms, against: all - none, unit: 'ms', note: 'alone, less no rules at all, against all' }),
    ),
  ];
}

function sample(objects: number): ExtractorInput[] {
  const inputs: ExtractorInput[] = [];
  for (const { objects: each } of clusterOf(objects)) {
    for (const value of each()) {
      const { object, key } = toCanonicalForm(value as JsonObject);
      const { name = '', namespace = null } = (object['metadata'] ?? {}) as { name?: string; namespace?: string };
      inputs.push({ object, key, namespace, name });
    }
  }
  return inputs;
}

async function timeOf(inputs: readonly ExtractorInput[], options: Parameters<typeof createExtractor>[0]): Promise<number> {
  const extractor = createExtractor(options);
  return await p50(RUNS, () => {
    for (const input of inputs) extractor.extract(input);
  });
}
