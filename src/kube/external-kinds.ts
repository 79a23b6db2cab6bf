/** What objects point at outside the API. Contract: docs/graphql.md, names. */
import type { KindKey } from './kind.ts';

export const EXTERNAL_GROUP = 'external';

export const externalKinds: readonly KindKey[] = ['Image', 'Host', 'User', 'Group', 'IPBlock', 'CloudIdentity', 'CloudInstance'].map(
  (kind) => ({
    group: EXTERNAL_GROUP,
    kind,
  }),
);
