/** docs/relations.md, written from the rules: every relation, where it is read, what it leads to and what it is called. */
import { type KindKey, kindName } from '../kube/kind.ts';
import { allCodedRelations } from './coded/all.ts';
import { composedFields } from './composed-fields.ts';
import { podSpecs } from './kinds.ts';
import { LONGEST_POINTER } from './pointer-text.ts';
import type { CodedRelation, RelationField, RelationRule, RuleCondition, RuleTarget } from './rule.ts';
import { isGroupSource, isHolderSource, sourceKinds } from './rule-source.ts';
import { allRules } from './rules/all.ts';

const INTRODUCTION = `# Relations

Every way in which Snapgraph sees one Kubernetes object point at another. This page is written from the rules in \`src/relations/\`;
after a change of a rule, \`npx vitest run src/relations/document.test.ts -u\` writes it anew.

- **Path** is where the pointer stands, in the canonical form of the object (\`[]\` steps into each item of a list).
- **Leads to** is the kind that the pointer names, in the namespace of its source unless a note says otherwise.
- **Fields** are its names in GraphQL: → on the source, ← on the target. What has no field is in \`references\`, \`referencedBy\` and \`related\`.
- A **weak** pointer is history or a hint and never dangles; a missing target of an **optional** one is no fault; a **defaulted** one is not written.
- A name that is not a string, is empty, holds control characters or is longer than ${LONGEST_POINTER} characters is no pointer.
- Of an object in a version whose shape is not known (a problem says so) only the pointers in \`metadata\` are read.
- Kinds of the group \`external\` lie outside the API. Custom resources have owners; [rules of your own](rules.md) say what else they point at.
`;

/** The whole page, as Markdown. */
export function relationsDocument(): string {
  const sections = new Map<string, string[]>();
  for (const rule of allRules) {
    if (isHolderSource(rule.from)) {
      for (const { kind, path } of rule.from.holders) addRow(sections, kindName(kind), ruleRow({ ...rule, path: `${path}.${rule.path}` }));
    } else for (const name of sourceNames(rule.from)) addRow(sections, name, ruleRow(rule));
  }
  for (const coded of allCodedRelations)
    for (const name of coded.everyPodSpec ? [POD_SPEC] : sourceNames(coded.from)) addRow(sections, name, codedRow(coded));
  const tables = [...sections].map(
    ([name, rows]) => `## ${name}\n\n${name === POD_SPEC ? POD_SPEC_PATHS : ''}${HEADER}\n${rows.join('\n')}\n`,
  );
  return [INTRODUCTION, ...tables, composedSection()].join('\n');
}

const POD_SPEC = 'Pods and pod templates';

/** Where the paths of a pod's spec begin. */
const POD_SPEC_PATHS = `Paths begin below the pod's spec, which is\n\n${podSpecPlaces().join('\n')}\n\n`;

/** By path, with all kinds that keep one there. */
function podSpecPlaces(): readonly string[] {
  const kinds = new Map<string, string[]>();
  for (const { kind, path, fillsIn, templated } of podSpecs) {
    const note = fillsIn ? ' (nothing is assumed where it says none)' : templated ? ' (a text with `{{` names nothing)' : '';
    const name = `${kindName(kind)}${note}`;
    kinds.set(path, [...(kinds.get(path) ?? []), name]);
  }
  return [...kinds].map(([path, names]) => `- \`${path}\` of ${names.join(', ')}`);
}

const HEADER = '| Relation | Path | Leads to | Fields | Notes | Source |\n| --- | --- | --- | --- | --- | --- |';

function addRow(sections: Map<string, string[]>, name: string, row: string): void {
  const rows = sections.get(name);
  if (rows === undefined) sections.set(name, [row]);
  else if (!rows.includes(row)) rows.push(row);
}

/** The sections in which a rule stands. */
function sourceNames(from: RelationRule['from']): readonly string[] {
  if (from === '*') return ['Every kind'];
  if (from === 'custom') return ['Every kind that is not built in'];
  if (from === 'PodSpec') return [POD_SPEC];
  if (isGroupSource(from)) return [`Every kind of ${from.groups.map((group) => `\`${group}\``).join(', ')}`];
  return sourceKinds(from).map(({ kind }) => kindName(kind));
}

function ruleRow(rule: RelationRule): string {
  return row([rule.relation, `\`${rule.path}\``, targetText(rule.target), fieldsText(rule), notes(rule).join('; '), rule.source]);
}

function codedRow(coded: CodedRelation): string {
  const target = coded.target === '*' ? 'any kind' : kindName(coded.target);
  return row([
    coded.relation,
    coded.describe,
    target,
    fieldsText(coded),
    [coded.selects ? ['a selector'] : [], coded.joined ? ['joined by the store'] : []].flat().join('; '),
    coded.source,
  ]);
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function targetText(target: RuleTarget): string {
  if ('group' in target) return kindName(target);
  const kinds = target.kinds === undefined ? '' : `, only ${target.kinds.map(kindName).join(' or ')}`;
  if ('inText' in target) return `what its text says${defaultText(target.defaults)}${kinds}`;
  const said = [target.apiVersion ?? target.apiGroup, target.kind].filter((path) => path !== undefined);
  return `what ${said.map((path) => `\`${path}\``).join(' and ')} say${defaultText(target.defaults)}${kinds}`;
}

function defaultText({ group, kind }: { readonly group: string; readonly kind?: string }): string {
  if (kind !== undefined) return ` (else ${kindName({ group, kind })})`;
  return group === '' ? '' : ` (else the group ${group})`;
}

function fieldsText({ forward, reverse }: { readonly forward?: RelationField; readonly reverse?: RelationField }): string {
  const names = [
    ...(forward === undefined ? [] : [`→ \`${forward.name}\`${forward.kind === undefined ? '' : ` (${kindName(forward.kind)})`}`]),
    ...(reverse === undefined ? [] : [`← \`${reverse.name}\`${ofKinds(reverse.on)}`]),
    ...(reverse?.workloads === undefined ? [] : [`← \`${reverse.workloads}\``]),
  ];
  return names.join('<br>');
}

function ofKinds(kinds: readonly KindKey[] | undefined): string {
  return kinds === undefined ? '' : ` (of ${kinds.map(kindName).join(', ')})`;
}

function notes(rule: RelationRule): string[] {
  const { namespace } = rule;
  return [
    ...(rule.weak ? ['weak'] : []),
    ...(rule.pattern === undefined ? [] : [`reads \`${rule.pattern}\``]),
    ...(rule.alwaysOptional ? ['optional'] : []),
    ...(rule.optional === undefined ? [] : [`optional where \`${rule.optional}\``]),
    ...namespaceText(namespace),
    ...(rule.uid === undefined ? [] : [`uid: \`${rule.uid}\``]),
    ...(rule.flags === undefined ? [] : [`flags: \`${rule.flags.controller}\`, \`${rule.flags.blockOwnerDeletion}\``]),
    ...(rule.keys === undefined ? [] : [`keys: ${rule.keys.map((path) => `\`${path}\``).join(', ')}`]),
    ...(rule.when ?? []).map(conditionText),
    ...(rule.default === undefined
      ? []
      : [`\`${rule.default.name}\` where absent, unless ${rule.default.unless.map((path) => `\`${path}\``).join(' or ')}`]),
  ];
}

function namespaceText(namespace: RelationRule['namespace']): string[] {
  if (typeof namespace === 'string') return [];
  if ('fixed' in namespace) return [`always in the namespace \`${namespace.fixed}\``];
  return [`namespace: \`${[namespace.path, namespace.default].filter(Boolean).join('`, else `')}\``];
}

function conditionText(condition: RuleCondition): string {
  const path = condition.path === undefined ? 'it' : `\`${condition.path}\``;
  if ('in' in condition) return `only where ${path} is ${valuesText(condition.in)}`;
  if ('notIn' in condition) return `only where ${path} is not ${valuesText(condition.notIn)}`;
  if ('without' in condition) return `only where ${path} has no \`${condition.without}\``;
  if ('is' in condition) return `only where ${path} is ${condition.is ? '' : 'not '}true`;
  return `only where ${path} is ${'present' in condition ? 'present' : 'absent'}`;
}

function valuesText(values: readonly string[]): string {
  return values.map((value) => (value === '' ? 'absent' : `\`${value}\``)).join(' or ');
}

function composedSection(): string {
  const rows = composedFields.map(({ on, name, to, description, source }) =>
    row([kindName(on), `\`${name}\``, to === null ? 'any kind' : kindName(to), description, source]),
  );
  return [
    '## Fields of more than one step\n',
    'Beside them, `Namespace.objects`, `CustomResourceDefinition.instances`, `Pod.containers`, `EndpointSlice.endpoints` and `namespaceObject` follow no relation.\n',
    '| Kind | Field | Leads to | What it lists | Source |\n| --- | --- | --- | --- | --- |',
    `${rows.join('\n')}\n`,
  ].join('\n');
}
