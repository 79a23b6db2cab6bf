/**
 * Admission webhooks that would refuse the write which takes a finalizer away: failurePolicy Fail, rules that match an update of the kind,
 * and a Service without a ready pod.
 * Source: https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/
 */
import { kindName } from '../../../kube/kind.ts';
import { matchesRequirements, requirementsOf } from '../../../kube/label-selector.ts';
import { pluralOf } from '../../../kube/plural.ts';
import { arrayAt, isObject, objectAt, stringAt, valueAt } from '../../../kube/safe.ts';
import type { JsonObject, JsonValue } from '../../../records/record.ts';
import { mutatingWebhookConfiguration, pod, service, validatingWebhookConfiguration } from '../../../relations/kinds.ts';
import type { ObjectRow } from '../../../store/reader.ts';
import { groupBy } from '../../group-by.ts';
import type { DeletionContext } from '../context.ts';
import { NOTHING, type Wait, type WaitQuery } from './wait.ts';

const configurations = [validatingWebhookConfiguration, mutatingWebhookConfiguration];

export const failingWebhooks: WaitQuery = async (context, held) => {
  const failing = await webhooksWithoutBackend(context);
  if (failing.length === 0) return new Map();
  const asked = askedAbout({ context, held, failing });
  const objects = asked.map(({ object }) => object);
  const contents = await context.contents(objects);
  const namespaces = await namespaceLabels(context, objects);
  const waits = new Map<number, Wait>();
  for (const { object, webhooks } of asked) {
    const hits = webhooks.filter(({ webhook }) => matches({ webhook, object, content: contents.get(object.id), namespaces }));
    if (hits.length === 0) continue;
    waits.set(object.id, {
      ...NOTHING,
      objects: [...new Map(hits.map(({ configuration }) => [configuration.id, configuration])).values()],
      evidence: hits.map(({ configuration, webhook }) => {
        const name = stringAt(webhook, 'name') ?? configuration.name;
        return `webhook ${name} (failurePolicy Fail) must be asked before ${object.kind} ${object.name} can be updated, and no pod answers behind it`;
      }),
    });
  }
  return waits;
};

/**
 * No webhook is asked about what configures admission, or it could not be repaired.
 * Source: apiserver pkg/admission/plugin/webhook/predicates/rules, IsExemptAdmissionConfigurationResource.
 */
function isExempt({ group }: ObjectRow): boolean {
  return group === mutatingWebhookConfiguration.group;
}

/** By the rules alone, which look at kinds: of tens of thousands of objects only these are read. */
function askedAbout(options: {
  readonly context: DeletionContext;
  readonly held: readonly ObjectRow[];
  readonly failing: readonly FailingWebhook[];
}): readonly { readonly object: ObjectRow; readonly webhooks: readonly FailingWebhook[] }[] {
  const { context, held, failing } = options;
  const byKind = groupBy(held, (object) => `${kindName(object)} ${object.namespace === null}`);
  return [...byKind.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || isExempt(first)) return [];
    const webhooks = failing.filter(({ webhook }) =>
      arrayAt(webhook, 'rules').some((rule) => ruleMatches({ rule, object: first, context })),
    );
    return webhooks.length === 0 ? [] : group.map((object) => ({ object, webhooks }));
  });
}

interface FailingWebhook {
  readonly configuration: ObjectRow;
  readonly webhook: JsonValue;
}

async function webhooksWithoutBackend(context: DeletionContext): Promise<readonly FailingWebhook[]> {
  const { reader } = context;
  const { rows } = await reader.list({ filter: { kinds: configurations, presence: ['PRESENT'] } });
  const contents = await context.contents(rows);
  const backends = await reader.edges({ parents: rows.map(({ id }) => id), direction: 'forward', kinds: [service] });
  const services = [...new Map(backends.map(({ object }) => [object.id, object])).values()];
  const pods = await reader.edges({ parents: services.map(({ id }) => id), direction: 'forward', relations: ['service-pod'] });
  const answering = new Set(pods.filter(({ object }) => object.ready === true).map(({ parent }) => parent));
  // A Service without a selector, or one that was not captured, may answer for all that is known.
  const selecting = await reader.selecting(
    services.map(({ id }) => id),
    'service-pod',
  );
  const names = new Set<string>();
  for (const { id, presence, namespace, name } of services) {
    const isServed = presence !== 'PRESENT' || !selecting.has(id) || answering.has(id);
    // Where pods were not captured completely, one that answers may be among those that are not seen.
    const isDead = presence === 'MISSING' || (!isServed && (await context.uncaptured([pod], namespace)).length === 0);
    if (isDead) names.add(`${namespace}/${name}`);
  }
  return rows.flatMap((configuration) =>
    arrayAt(contents.get(configuration.id), 'webhooks')
      .filter((webhook) => (stringAt(webhook, 'failurePolicy') ?? 'Fail') === 'Fail')
      .filter((webhook) => {
        const backend = objectAt(webhook, 'clientConfig', 'service');
        return backend !== undefined && names.has(`${stringAt(backend, 'namespace')}/${stringAt(backend, 'name')}`);
      })
      .map((webhook) => ({ configuration, webhook })),
  );
}

async function namespaceLabels(context: DeletionContext, held: readonly ObjectRow[]): Promise<ReadonlyMap<string, Labels>> {
  const names = [...new Set(held.flatMap(({ namespace }) => namespace ?? []))];
  const rows = await context.reader.find(names.map((name) => ({ group: '', kind: 'Namespace', namespace: null, name })));
  const found = rows.filter((row) => row !== null);
  const contents = await context.contents(found);
  return new Map(found.map((row) => [row.name, labelsOf(contents.get(row.id))]));
}

type Labels = Readonly<Record<string, string>>;

function labelsOf(content: JsonObject | undefined): Labels {
  const labels = objectAt(content, 'metadata', 'labels') ?? {};
  return Object.fromEntries(Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function matches(options: {
  readonly webhook: JsonValue;
  readonly object: ObjectRow;
  readonly content: JsonObject | undefined;
  readonly namespaces: ReadonlyMap<string, Labels>;
}): boolean {
  const { webhook, object, content, namespaces } = options;
  const isNamespace = kindName(object) === 'Namespace';
  const inNamespace = isNamespace ? labelsOf(content) : object.namespace === null ? null : namespaces.get(object.namespace);
  return (
    (inNamespace === null || selects(valueAt(webhook, 'namespaceSelector'), inNamespace)) &&
    selects(valueAt(webhook, 'objectSelector'), labelsOf(content)) &&
    // Conditions are CEL: where there are any, nothing is proved.
    arrayAt(webhook, 'matchConditions').length === 0
  );
}

/** An absent or empty selector selects everything here; labels that are not known are not selected by any other. */
function selects(selector: JsonValue | undefined, labels: Labels | undefined): boolean {
  if (!isObject(selector)) return true;
  const requirements = requirementsOf(selector);
  if (requirements === null) return false;
  return requirements.length === 0 || (labels !== undefined && matchesRequirements(labels, requirements));
}

function ruleMatches(options: { readonly rule: JsonValue; readonly object: ObjectRow; readonly context: DeletionContext }): boolean {
  const { rule, object, context } = options;
  const known = context.reader.kinds.find((kind) => kindName(kind) === kindName(object));
  const resource = known?.plural ?? pluralOf(object.kind, object.kind.toLowerCase());
  const scope = stringAt(rule, 'scope') ?? '*';
  return (
    holds(rule, 'operations', 'UPDATE') &&
    holds(rule, 'apiGroups', object.group) &&
    (holds(rule, 'resources', resource) || arrayAt(rule, 'resources').includes('*/*')) &&
    (scope === '*' || (scope === 'Namespaced') === (object.namespace !== null))
  );
}

function holds(rule: JsonValue, field: string, value: string): boolean {
  const values = arrayAt(rule, field);
  return values.includes(value) || values.includes('*');
}
