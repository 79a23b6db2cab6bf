/** From which namespaces a Gateway, or a set of listeners, takes routes and further sets of listeners. Its own is told as a pointer, others as a selector. */
import type { KindKey } from '../../kube/kind.ts';
import { requirementsOf } from '../../kube/label-selector.ts';
import { arrayAt, stringAt, valueAt } from '../../kube/safe.ts';
import type { JsonValue } from '../../records/record.ts';
import { namespaceKind } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import { type CodedRelation, type ReferenceDraft, ReferenceFlag, type SelectorDraft } from '../rule.ts';
import { gateway, listenerSets } from '../rules/gateway-kinds.ts';

const ROUTES = 'gateway-route-namespace';
const SETS = 'gateway-listener-set-namespace';

const holders: readonly { readonly from: KindKey; readonly reverse: string }[] = [
  { from: gateway, reverse: 'admittingGateways' },
  ...listenerSets.map(({ kind, name }) => ({ from: kind, reverse: `admitting${name.slice(0, 1).toUpperCase()}${name.slice(1)}` })),
];

export const gatewayNamespaceRelations: readonly CodedRelation[] = [
  ...holders.map(
    ({ from, reverse }): CodedRelation => ({
      relation: ROUTES,
      from,
      target: namespaceKind,
      selects: true,
      forward: { name: 'routeNamespaces' },
      reverse: { name: reverse },
      source: 'gateway-api v1 RouteNamespaces: `Same` where it says nothing',
      describe:
        '`spec.listeners[].allowedRoutes.namespaces`: by `selector`, every namespace where `from` is `All`, and its own where it is `Same` or absent; weak',
      extract: ({ object, namespace }) =>
        collected(
          arrayAt(object, 'spec', 'listeners').map((listener, index) => {
            const at = { relation: ROUTES, path: 'spec.listeners[].allowedRoutes.namespaces', indexes: [index] };
            return { ...at, allowed: valueAt(listener, 'allowedRoutes', 'namespaces'), otherwise: 'Same', own: namespace };
          }),
        ),
    }),
  ),
  {
    relation: SETS,
    from: gateway,
    target: namespaceKind,
    selects: true,
    forward: { name: 'listenerSetNamespaces' },
    reverse: { name: 'listenerSetAdmittingGateways' },
    source: 'gateway-api v1 ListenerNamespaces: `None` where it says nothing',
    describe:
      '`spec.allowedListeners.namespaces`: by `selector`, every namespace where `from` is `All`, its own where it is `Same`, weak, and none where it is `None` or absent',
    extract: ({ object, namespace }) => {
      const at = { relation: SETS, path: 'spec.allowedListeners.namespaces', indexes: [] };
      const allowed = valueAt(object, 'spec', 'allowedListeners', 'namespaces');
      return collected([{ ...at, allowed, otherwise: 'None', own: namespace }]);
    },
  },
];

interface Allowance {
  readonly relation: string;
  readonly path: string;
  readonly indexes: readonly number[];
  readonly allowed: JsonValue | undefined;
  /** What it means where it says nothing. */
  readonly otherwise: string;
  readonly own: string | null;
}

function collected(allowances: readonly Allowance[]): ReturnType<CodedRelation['extract']> {
  const references: ReferenceDraft[] = [];
  const selectors: SelectorDraft[] = [];
  for (const { relation, path, indexes, allowed, otherwise, own } of allowances) {
    const written = stringAt(allowed, 'from');
    const from = written ?? otherwise;
    const draft = { relation, path, indexes, ...namespaceKind, namespace: null };
    const requirements = from === 'All' ? [] : from === 'Selector' ? requirementsOf(valueAt(allowed, 'selector')) : null;
    if (requirements !== null) selectors.push({ ...draft, requirements });
    const flags = ReferenceFlag.weak | (written === undefined ? ReferenceFlag.defaulted : 0);
    if (from === 'Same' && isPointerText(own)) references.push({ ...draft, name: own, flags, written: allowed ?? null });
  }
  return { references, selectors };
}
