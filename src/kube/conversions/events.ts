/** Event of the group events.k8s.io: the same objects as the core group's, with other words. */
import type { Conversion } from './conversion.ts';
import { renameAll } from './edit.ts';

/** eventTime, series, related, action, reason, type and reportingInstance are the same in both. */
const FIELDS = {
  regarding: 'involvedObject',
  note: 'message',
  reportingController: 'reportingComponent',
  deprecatedSource: 'source',
  deprecatedFirstTimestamp: 'firstTimestamp',
  deprecatedLastTimestamp: 'lastTimestamp',
  deprecatedCount: 'count',
};

export const eventConversions: readonly Conversion[] = [
  {
    from: ['events.k8s.io/v1/Event', 'events.k8s.io/v1beta1/Event'],
    convert: (event) => renameAll(event, FIELDS),
    source: 'kubernetes, pkg/apis/events/v1/conversion.go, Convert_v1_Event_To_core_Event',
  },
];
