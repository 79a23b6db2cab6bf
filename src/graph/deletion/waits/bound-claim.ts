/** The claim that a PersistentVolume is bound to: it is protected while its phase is Bound. Source: pvprotection/pv_protection_controller.go. */
import { persistentVolumeClaim } from '../../../relations/kinds.ts';
import { type Wait, type WaitQuery, waitsFromEdges } from './wait.ts';

export const boundClaim: WaitQuery = async (context, held) => {
  const bound = held.filter(({ phase }) => phase === 'Bound');
  const edges = await context.reader.edges({ parents: bound.map(({ id }) => id), direction: 'forward', kinds: [persistentVolumeClaim] });
  const waits = await waitsFromEdges({ context, held: bound, edges, kinds: [] });
  return new Map([...waits].map(([id, wait]): [number, Wait] => [id, { ...wait, evidence: ['its phase is Bound'] }]));
};
