/** Events about an object. */
import type { WalkField } from '../../relations/field.ts';

const event = { group: '', kind: 'Event' };

/** On every kind: against the pointer of an Event to the object that it is about. Those about an earlier object of the same name are left out. */
export const eventsOfObject: Omit<WalkField, 'on'> = {
  name: 'events',
  one: false,
  to: event,
  walk: { hops: [{ relation: 'event-object', direction: 'reverse', kinds: [event] }] },
  description: 'The Events about this object; not those about an earlier one of the same name.',
  source: 'Kubernetes API, core/v1 Event.involvedObject; events/v1 Event.regarding',
};
