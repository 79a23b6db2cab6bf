import { beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../records/record.ts';
import { type RealObjects, realObjects, short } from '../testing/real-objects.ts';
import { container, notReady, runs } from './testing/container-states.ts';

const WELL = 'Pod shop/storefront-';

describe('a Pod', () => {
  let real: RealObjects;
  beforeAll(async () => {
    real = await realObjects();
  });

  test('with a sidecar that runs is judged by its other containers, with one that has not started by the sidecar', () => {
    const sidecar = (started: boolean): JsonObject => ({
      spec: { initContainers: [{ name: 'proxy', restartPolicy: 'Always' }], containers: [{ name: 'app' }] },
      status: {
        conditions: [notReady()],
        initContainerStatuses: [{ name: 'proxy', ready: started, started, restartCount: 0, state: runs('2026-11-23T05:09:50Z') }],
        containerStatuses: [{ name: 'app', ready: false, restartCount: 0, state: { waiting: { reason: 'PodInitializing' } } }],
      },
    });
    const early = { now: Number.NEGATIVE_INFINITY };
    expect(real.judge(WELL, { change: sidecar(true), ...early })?.message).toContain('Container app is being created.');
    expect(real.judge(WELL, { change: sidecar(false), ...early })?.message).toContain('Sidecar proxy runs');
  });

  test('that changes by time alone says when', () => {
    const starting = {
      change: container(runs('2026-11-23T05:09:50Z'), {}, { readinessProbe: { exec: { command: ['true'] }, periodSeconds: 5 } }),
    };
    const judged = real.judge(WELL, starting);
    const until = judged?.until ?? 0;
    expect(until).toBe(Date.UTC(2026, 10, 23, 5, 9, 50) + 16_000);
    expect(short(real.judge(WELL, { ...starting, now: until - 1 }))).toBe('PROGRESSING Starting');
    expect(short(real.judge(WELL, { ...starting, now: until }))).toBe('DEGRADED NotReady');
  });

  test('whose texts have any length is told of in short', () => {
    const change = container({ waiting: { reason: 'R'.repeat(5000), message: 'm'.repeat(1_000_000) } });
    const judged = real.judge(WELL, { change });
    expect(judged?.reason).toHaveLength(100);
    expect(judged?.message).toHaveLength(1000);
  });
});
