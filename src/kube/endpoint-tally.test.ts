import { expect, test } from 'vitest';
import { EndpointTally } from './endpoint-tally.ts';

const pod = (name: string) => ({ kind: 'Pod', namespace: 'ns', name });

test('one endpoint in slices of two address families counts once, and is ready where either says so', () => {
  const tally = new EndpointTally();
  tally.addSlice({ endpoints: [{ addresses: ['10.0.0.1'], targetRef: pod('a'), conditions: { ready: false } }] });
  tally.addSlice({ endpoints: [{ addresses: ['fd00::1'], targetRef: pod('a'), conditions: { ready: true } }] });
  expect(tally.counts).toEqual({ ready: 1, notReady: 0 });
});

test('an endpoint that does not say is ready; one without a target is known by its addresses', () => {
  const tally = new EndpointTally();
  tally.addSlice({ endpoints: [{ addresses: ['10.0.0.1'] }, { addresses: ['10.0.0.1'] }, { addresses: ['10.0.0.2'], conditions: {} }] });
  expect(tally.counts).toEqual({ ready: 2, notReady: 0 });
});

test('Endpoints hold both lists in each subset', () => {
  const tally = new EndpointTally();
  tally.addLegacy({ subsets: [{ addresses: [{ ip: '10.0.0.1' }], notReadyAddresses: [{ ip: '10.0.0.2', targetRef: pod('b') }] }] });
  expect(tally.counts).toEqual({ ready: 1, notReady: 1 });
});

test.each([null, 'text', 7, [], { endpoints: 'none' }, { endpoints: [null, 7] }, { subsets: [null, { addresses: 3 }] }])(
  'what is no slice has no ready Pod to count: %j',
  (damaged) => {
    const tally = new EndpointTally();
    expect(() => {
      tally.addSlice(damaged);
      tally.addLegacy(damaged);
    }).not.toThrow();
  },
);

test('pods behind endpoints that are not ready are named', () => {
  const tally = new EndpointTally();
  const endpoint = (name: string, ready: boolean) => ({ addresses: ['10.0.0.1'], conditions: { ready }, targetRef: { kind: 'Pod', name } });
  tally.addSlice({ endpoints: [endpoint('a', true), endpoint('b', false), { addresses: ['10.0.0.2'], conditions: { ready: false } }] });
  expect([...tally.notReadyPods]).toEqual(['b']);
});
