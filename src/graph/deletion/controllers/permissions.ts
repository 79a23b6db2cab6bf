/**
 * Who handles a finalizer's domain, by RBAC: the ServiceAccounts whose roles name an API group of that domain, and whether they may also
 * update the object that has the finalizer (the kind itself or its `finalizers`). Wildcards tell nothing of who handles a group.
 * Source: https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
import type { KindKey } from '../../../kube/kind.ts';
import { kindName } from '../../../kube/kind.ts';
import { pluralOf } from '../../../kube/plural.ts';
import { arrayAt } from '../../../kube/safe.ts';
import type { JsonObject, JsonValue } from '../../../records/record.ts';
import { clusterRole, pod, role, serviceAccount } from '../../../relations/kinds.ts';
import type { ObjectRow } from '../../../store/reader.ts';
import type { DeletionContext } from '../context.ts';
import { controllerKinds } from './workload-index.ts';

export interface Handlers {
  /** They handle the domain and may update the object. */
  readonly permitted: readonly ObjectRow[];
  /** They handle the domain and may not update the object. */
  readonly others: readonly ObjectRow[];
  /** Whatever runs and may update the object, by wildcards too, under whatever name: any of them may be who takes the finalizer away. */
  readonly able: readonly ObjectRow[];
  /** ServiceAccounts that would be permitted and are not there. */
  readonly absentAccounts: readonly ObjectRow[];
}

export async function handlersOf(options: {
  readonly context: DeletionContext;
  readonly finalizer: string;
  readonly kind: KindKey;
}): Promise<Handlers> {
  const { context, finalizer, kind } = options;
  const { reader } = context;
  const domain = domainOf(finalizer);
  const { rows: roles } = await reader.list({ filter: { kinds: [role, clusterRole], presence: ['PRESENT'] } });
  const contents = await context.contents(roles);
  const handling = roles.filter((row) => rulesOf(contents.get(row.id)).some((rule) => namesGroup(rule, domain)));
  const permitting = roles.filter((row) => rulesOf(contents.get(row.id)).some((rule) => permits(rule, kind, resourceOf(context, kind))));
  const [handlers, permittedAccounts] = [await accountsOf(context, handling), await accountsOf(context, permitting)];
  const permitted = new Set(permittedAccounts.keys());
  const workloads = await workloadsOf({ context, accounts: [...handlers.values()], kinds: controllerKinds });
  const able = await workloadsOf({ context, accounts: [...permittedAccounts.values()], kinds: [...controllerKinds, pod] });
  const isPermitted = (account: number): boolean => permitted.has(account);
  return {
    permitted: distinctRows(workloads.filter(({ account }) => isPermitted(account)).map(({ workload }) => workload)),
    others: distinctRows(workloads.filter(({ account }) => !isPermitted(account)).map(({ workload }) => workload)),
    able: distinctRows(able.map(({ workload }) => workload)),
    absentAccounts: [...handlers.values()].filter(({ id, presence }) => presence === 'MISSING' && isPermitted(id)),
  };
}

/** `legacy.example.com/tenant-cleanup` → `legacy.example.com`; a finalizer of the old form (`finalizer.keda.sh`) is its own domain. */
function domainOf(finalizer: string): string {
  const slash = finalizer.indexOf('/');
  return slash < 0 ? finalizer : finalizer.slice(0, slash);
}

/** A group belongs to a domain where one is the other, or a subdomain of it. */
function belongsTo(group: string, domain: string): boolean {
  return group.includes('.') && (group === domain || domain.endsWith(`.${group}`) || group.endsWith(`.${domain}`));
}

function rulesOf(content: JsonObject | undefined): readonly JsonValue[] {
  return arrayAt(content, 'rules');
}

function namesGroup(rule: JsonValue, domain: string): boolean {
  return arrayAt(rule, 'apiGroups').some((group) => typeof group === 'string' && belongsTo(group, domain)) && updates(rule);
}

function permits(rule: JsonValue, kind: KindKey, resource: string): boolean {
  const resources = arrayAt(rule, 'resources');
  return (
    ['*', kind.group].some((group) => arrayAt(rule, 'apiGroups').includes(group)) &&
    ['*', resource, `${resource}/finalizers`, '*/finalizers'].some((name) => resources.includes(name)) &&
    updates(rule)
  );
}

function updates(rule: JsonValue): boolean {
  return ['update', 'patch', '*'].some((verb) => arrayAt(rule, 'verbs').includes(verb));
}

function resourceOf(context: DeletionContext, kind: KindKey): string {
  return context.reader.kinds.find((known) => kindName(known) === kindName(kind))?.plural ?? pluralOf(kind.kind, kind.kind.toLowerCase());
}

async function accountsOf(context: DeletionContext, roles: readonly ObjectRow[]): Promise<ReadonlyMap<number, ObjectRow>> {
  const { reader } = context;
  const bindings = await reader.edges({ parents: roles.map(({ id }) => id), direction: 'reverse', relations: ['binding-role'] });
  const subjects = await reader.edges({
    parents: bindings.map(({ object }) => object.id),
    direction: 'forward',
    relations: ['binding-subject'],
    kinds: [serviceAccount],
  });
  return new Map(subjects.map(({ object }) => [object.id, object]));
}

async function workloadsOf(options: {
  readonly context: DeletionContext;
  readonly accounts: readonly ObjectRow[];
  readonly kinds: readonly KindKey[];
}): Promise<readonly { readonly account: number; readonly workload: ObjectRow }[]> {
  const { context, accounts, kinds } = options;
  const parents = accounts.map(({ id }) => id);
  const edges = await context.reader.edges({ parents, direction: 'reverse', relations: ['pod-service-account'], kinds });
  return edges.filter(({ object }) => object.presence === 'PRESENT').map(({ parent, object }) => ({ account: parent, workload: object }));
}

function distinctRows(rows: readonly ObjectRow[]): ObjectRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
