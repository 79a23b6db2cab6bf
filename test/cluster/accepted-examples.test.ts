/** Every example of a rule is an object that a real API server accepts, and points at the same when the server's defaults are filled in. */
import { beforeAll, describe, expect, test } from 'vitest';
import { hasCrds, isBuilt } from '../../scripts/cluster/index.mjs';
import { builtInKinds } from '../../src/kube/built-in-kinds.ts';
import { kindName } from '../../src/kube/kind.ts';
import type { JsonObject } from '../../src/records/record.ts';
import { createExtractor } from '../../src/relations/extractor.ts';
import { type ExampleDomain, exampleDomains } from '../../src/relations/testing/examples/all.ts';
import { handWrittenReason } from '../relations/hand-written.ts';
import { extractorInput } from '../support/demo-objects.ts';
import type { Example } from '../support/relation-rules.ts';
import { showAll } from '../support/show-pointers.ts';
import { useCluster } from './cluster-test.ts';
import { accept } from './examples/accept.ts';
import { createCrds } from './examples/crds.ts';
import { ANYBODY_MAY_ASK, EXAMPLES_CLUSTER } from './examples/examples-cluster.ts';

const builtIn = new Set(builtInKinds.map(kindName));
const isCustom = ({ object }: Example): boolean => !builtIn.has(kindName(extractorInput(object).key));
const isAsked = ({ object }: Example): boolean => handWrittenReason(object) === null;

describe.skipIf(!isBuilt())('built-in kinds', () => askAbout((example) => !isCustom(example)));

describe.skipIf(!isBuilt() || !hasCrds())('custom kinds', () => askAbout(isCustom));

function askAbout(isMeant: (example: Example) => boolean): void {
  const cluster = useCluster(EXAMPLES_CLUSTER);
  const domains = exampleDomains.flatMap((domain) => {
    const examples = domain.examples.filter((example) => isMeant(example) && isAsked(example));
    return examples.length === 0 ? [] : [{ ...domain, examples }];
  });

  beforeAll(async () => {
    const examples = domains.flatMap((domain) => domain.examples);
    await createCrds(cluster(), new Set(examples.filter(isCustom).map(kindOf)));
    await cluster().api.apply(ANYBODY_MAY_ASK);
    for (const namespace of new Set(examples.flatMap(namespaceOf)))
      await cluster().api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  }, 420_000);

  describe.each(domains)('$name', (domain) => {
    test.each(domain.examples)('$object.kind $object.metadata.name', async (example) => {
      const stored = await accept(cluster(), example);
      expect(pointersOf(domain, stored)).toEqual([...(example.stored ?? example.pointers)].sort());
    });
  });
}

/** As the domain's own rules see it; the server's order of fields is its own. */
function pointersOf({ rules = [], coded = [] }: ExampleDomain, stored: JsonObject): readonly string[] {
  return [...showAll(createExtractor({ rules, coded }).extract(extractorInput(stored)))].sort();
}

function kindOf({ object }: Example): string {
  return `${String(object['apiVersion']).split('/')[0]}/${String(object['kind'])}`;
}

function namespaceOf({ object }: Example): readonly string[] {
  const { namespace } = object['metadata'] as { readonly namespace?: string };
  return namespace === undefined ? [] : [namespace];
}
