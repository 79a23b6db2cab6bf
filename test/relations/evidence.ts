/** docs/relations-evidence.md: on what objects each relation is shown. */
import { crdModules } from '../../scripts/cluster/index.mjs';
import { builtInKinds } from '../../src/kube/built-in-kinds.ts';
import { type KindKey, kindName } from '../../src/kube/kind.ts';
import type { JsonObject } from '../../src/records/record.ts';
import { allCodedRelations } from '../../src/relations/coded/all.ts';
import { createExtractor, type ExtractorInput } from '../../src/relations/extractor.ts';
import type { CodedRelation, RelationRule, RuleSource } from '../../src/relations/rule.ts';
import { sourceKinds } from '../../src/relations/rule-source.ts';
import { allRules } from '../../src/relations/rules/all.ts';
import { type ExampleDomain, exampleDomains } from '../../src/relations/testing/examples/all.ts';
import { extractorInput } from '../support/demo-objects.ts';
import type { Example } from '../support/example.ts';
import { handWrittenReason } from './hand-written.ts';

const INTRODUCTION = `# What the relations are shown on

On which objects the tests show each relation of [relations.md](relations.md). This page is written from the examples in \`src/relations/testing/examples/\`;
\`npx vitest run test/relations -u\` writes it anew.

- **demo cluster**: objects that were captured from a cluster (\`fixtures/demo.tar.gz\`).
- **API server**: examples that a real API server accepts (\`test/cluster/accepted-examples.test.ts\` asks it), of kinds that it has itself,
  or of CRDs out of the Go module that is named; they point at the same once the server has filled in its defaults.
- **hand-written**: nobody was asked; the reason stands beside it.

Of every pointer the tests also show that no malformed name is one, and of every rule with a condition what it looks like where the condition is not met.
`;

/** The whole page, as Markdown. */
export function evidenceDocument(captured: readonly ExtractorInput[]): string {
  const seen = pointersSeen(captured);
  const rows = [
    ...[...examplesOf(({ rules = [] }) => rules)].map(([rule, examples]) =>
      row(rule, `\`${rule.path}\``, [...(isSeen(rule, seen) ? [DEMO] : []), ...shownOn(examples, { rules: [rule] })]),
    ),
    ...[...examplesOf(({ coded = [] }) => coded)].map(([relation, examples]) =>
      row(relation, 'coded', [...(isCodedSeen(relation, seen) ? [DEMO] : []), ...shownOn(examples, { coded: [relation] })]),
    ),
  ];
  const lines = merged([...rows, ...withoutExamples(seen)]).sort(
    (a, b) => compare(a.from, b.from) || compare(a.relation, b.relation) || compare(a.paths[0], b.paths[0]),
  );
  const counts = new Map<string, number>();
  for (const { evidence, paths } of lines) counts.set(summary(evidence), (counts.get(summary(evidence)) ?? 0) + paths.length);
  return [
    INTRODUCTION,
    '| Shown on | Rules |\n| --- | --- |',
    ...[...counts].sort(([a], [b]) => compare(a, b)).map(([name, count]) => `| ${name} | ${count} |`),
    '\n| From | Relation | Path | Shown on |\n| --- | --- | --- | --- |',
    ...lines.map(
      ({ from, relation, paths, evidence }) => `| ${from} | ${relation} | ${[...new Set(paths)].join('<br>')} | ${evidence.join('; ')} |`,
    ),
    '',
  ].join('\n');
}

/** A rule may be shown in several domains. */
function examplesOf<Shown>(shownIn: (domain: ExampleDomain) => readonly Shown[]): ReadonlyMap<Shown, readonly Example[]> {
  const examples = new Map<Shown, Example[]>();
  for (const domain of exampleDomains)
    for (const one of shownIn(domain)) examples.set(one, [...(examples.get(one) ?? []), ...domain.examples]);
  return examples;
}

const DEMO = 'demo cluster';
const SERVER = 'API server';
const HAND = 'hand-written';

/** What is tested beside its rule only, on objects that no server was asked about. */
function withoutExamples(seen: ReadonlySet<string>): readonly Row[] {
  const covered = new Set<RelationRule | CodedRelation>(exampleDomains.flatMap(({ rules = [], coded = [] }) => [...rules, ...coded]));
  const alone = `${HAND}: in the tests beside it, not yet among the examples`;
  return [
    ...allRules.filter((rule) => !covered.has(rule)).map((rule) => row(rule, `\`${rule.path}\``, isSeen(rule, seen) ? [DEMO] : [alone])),
    ...allCodedRelations
      .filter((relation) => !covered.has(relation))
      .map((relation) => row(relation, 'coded', isCodedSeen(relation, seen) ? [DEMO] : [alone])),
  ];
}

interface Row {
  readonly from: string;
  readonly relation: string;
  readonly paths: readonly string[];
  readonly evidence: readonly string[];
}

function row(shown: RelationRule | CodedRelation, path: string, evidence: readonly string[]): Row {
  const { relation, from } = shown;
  const isEveryPodSpec = 'everyPodSpec' in shown && shown.everyPodSpec === true;
  return {
    from: sourceName(isEveryPodSpec ? 'PodSpec' : from),
    relation,
    paths: [path.replaceAll('|', '\\|')],
    evidence,
  };
}

/** What a server accepted says enough: only where there is no such object the hand-written ones are named. */
function shownOn(
  examples: readonly { readonly object: JsonObject }[],
  one: { rules?: readonly RelationRule[]; coded?: readonly CodedRelation[] },
): readonly string[] {
  const extractor = createExtractor({ rules: one.rules ?? [], coded: one.coded ?? [] });
  const pointing = examples.filter(({ object }) => {
    const { references, selectors, patterns = [] } = extractor.extract(extractorInput(object));
    return references.length + selectors.length + patterns.length > 0;
  });
  const said = pointing.map(({ object }) => handWrittenReason(object) ?? undefined);
  const accepted = new Set(
    pointing.flatMap(({ object }, index) => (said[index] === undefined ? [serverOf(extractorInput(object).key)] : [])),
  );
  if (accepted.size > 0) return [...accepted].sort();
  // One object does not show it: the import finds it once all kinds are known.
  if (said.length === 0) return [`${HAND}: in the tests of the import, which finds it`];
  return [...new Set(said.map((reason) => `${HAND}: ${reason}`))].sort();
}

const builtIn = new Set(builtInKinds.map(kindName));

function serverOf(kind: KindKey): string {
  if (builtIn.has(kindName(kind))) return SERVER;
  const modules = crdModules
    .filter(({ groups }) => groups.includes(kind.group) || groups.includes(`${kind.group}/${kind.kind}`))
    .map(({ module, version }) => `${module}@${version}`);
  return `${SERVER}, CRD of ${modules.join(' or ')}`;
}

/** `kind relation path` of everything that the built-in rules find. */
function pointersSeen(captured: readonly ExtractorInput[]): ReadonlySet<string> {
  const extractor = createExtractor();
  const seen = new Set<string>();
  for (const input of captured) {
    const { references, selectors, patterns = [] } = extractor.extract(input);
    for (const { relation, path } of [...references, ...selectors, ...patterns]) {
      seen.add(`${kindName(input.key)} ${relation} ${path}`);
      seen.add(`* ${relation} ${path}`);
      seen.add(`${kindName(input.key)} ${relation}`);
      seen.add(`* ${relation}`);
    }
  }
  return seen;
}

function isSeen({ from, relation, path }: RelationRule, seen: ReadonlySet<string>): boolean {
  const kinds = sourceKinds(from);
  if (kinds.length === 0) return seen.has(`* ${relation} ${path}`);
  return kinds.some(({ kind, path: before }) => seen.has(`${kindName(kind)} ${relation} ${before === '' ? path : `${before}.${path}`}`));
}

function isCodedSeen({ from, relation }: CodedRelation, seen: ReadonlySet<string>): boolean {
  return seen.has(`${from === '*' ? from : kindName(from)} ${relation}`);
}

/** Rules of one relation, kind and evidence stand in one line. */
function merged(rows: readonly Row[]): Row[] {
  const byKey = new Map<string, Row>();
  for (const one of rows) {
    const key = JSON.stringify([one.from, one.relation, one.evidence]);
    const paths = byKey.get(key)?.paths ?? [];
    byKey.set(key, { ...one, paths: [...paths, ...one.paths] });
  }
  return [...byKey.values()];
}

function summary(evidence: readonly string[]): string {
  const [first = HAND] = evidence;
  return first.startsWith(HAND) ? `${HAND} only` : first.startsWith(`${SERVER},`) ? `${SERVER}, CRDs of Go modules` : first;
}

function sourceName(from: RuleSource): string {
  if (from === '*') return 'every kind';
  if (from === 'custom') return 'every kind that is not built in';
  if (from === 'PodSpec') return 'pods and pod templates';
  if ('groups' in from) return `kinds of ${from.groups.join(', ')}`;
  return sourceKinds(from)
    .map(({ kind }) => kindName(kind))
    .join(', ');
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : Number(a > b);
}
