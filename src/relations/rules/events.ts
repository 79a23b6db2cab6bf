/** What an Event is about. Both Event groups are one kind, in the form of core/v1. Events outlive their objects: the pointers are weak. */
import { event } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

const toAny = {
  from: event,
  target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
  // Of a cluster-scoped object none is written; the event itself then lies in `default`.
  namespace: { path: 'namespace' },
  uid: 'uid',
  weak: true,
} as const;

export const eventRules: readonly RelationRule[] = [
  {
    ...toAny,
    relation: 'event-object',
    path: 'involvedObject.name',
    forward: { name: 'object', one: true },
    source: 'core/v1 Event.involvedObject (events/v1: regarding)',
  },
  {
    ...toAny,
    relation: 'event-related-object',
    path: 'related.name',
    forward: { name: 'relatedObject', one: true },
    source: 'core/v1 Event.related',
  },
];
