/**
 * References that lead into another namespace only where a ReferenceGrant there says so. What a route hangs on is not among them: a Gateway
 * says itself whom it takes. Source: gateway-api v1 ReferenceGrant; kubernetes KEP-3294 for the data source of a claim.
 */
import type { KindKey } from '../kube/kind.ts';
import { persistentVolumeClaim } from './kinds.ts';
import { gateway, listenerSets, routes } from './rules/gateway-kinds.ts';

const listeners = [gateway, ...listenerSets.map(({ kind }) => kind)];
const routeKinds = routes.map(({ kind }) => kind);
const filtering = routes.filter(({ filters }) => filters).map(({ kind }) => kind);

export const grantedRelations: readonly { readonly relation: string; readonly from: readonly KindKey[] }[] = [
  { relation: 'gateway-route-backend', from: routeKinds },
  { relation: 'gateway-route-filter-backend', from: filtering },
  { relation: 'gateway-certificate', from: listeners },
  { relation: 'gateway-ca-certificate', from: listeners },
  { relation: 'claim-data-source', from: [persistentVolumeClaim] },
];
