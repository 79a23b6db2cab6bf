/**
 * An Event's columns, from either API: core/v1 counts in `count` or in `series`, events.k8s.io/v1 in `series` or `deprecatedCount`.
 * Source: Kubernetes, core/v1 and events/v1 types.go; kubectl, pkg/describe/describe.go, DescribeEvents.
 */

import { integer, member, word } from '../../../kube/fixed-keys.ts';
import { parseTime } from '../../../kube/time.ts';
import type { JsonObject } from '../../../records/record.ts';
import { later } from './newest.ts';

export interface EventColumns {
  readonly type: string | null;
  readonly reason: string | null;
  readonly message: string | null;
  readonly count: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly component: string | null;
}

export function eventOf(event: JsonObject): EventColumns {
  const series = event['series'];
  const at = parseTime(event['eventTime']);
  const first = parseTime(event['firstTimestamp']) ?? parseTime(event['deprecatedFirstTimestamp']) ?? at;
  const created = parseTime(member(event['metadata'], 'creationTimestamp'));
  let last = later(parseTime(event['lastTimestamp']) ?? parseTime(event['deprecatedLastTimestamp']), at);
  last = later(last, parseTime(member(series, 'lastObservedTime')));
  const counted = integer(event['count']) ?? integer(event['deprecatedCount']) ?? 1;
  return {
    type: word(event['type']),
    reason: word(event['reason']),
    message: word(event['message']) ?? word(event['note']),
    count: Math.max(1, counted, integer(member(series, 'count')) ?? 1),
    firstAt: first ?? created,
    lastAt: last ?? first ?? created,
    component:
      word(member(event['source'], 'component')) ??
      word(event['reportingComponent']) ??
      word(event['reportingController']) ??
      word(member(event['deprecatedSource'], 'component')),
  };
}
