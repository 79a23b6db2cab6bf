/** What captures hold is never obeyed by the terminal. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoHome, makeDemoHome } from '../support/demo-home.ts';

let home: DemoHome;
beforeAll(() => {
  home = makeDemoHome();
});
afterAll(() => home.remove());

describe('what captures hold is never obeyed by the terminal', () => {
  const bell = '\u001b]0;owned\u0007';
  const object = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `web${bell}`,
      namespace: 'default',
      labels: { a: '\u001b[2J' },
      ownerReferences: [{ apiVersion: 'v1', kind: `Owner${bell}`, name: 'o', uid: '1' }],
    },
    status: { phase: 'Running\u009b31m' },
  };

  test.each([
    ['info', '-'],
    ['get', '-', 'pods', '-A', '--show-labels'],
    ['get', '-', 'pods', '-A', '-o', 'json'],
    ['get', '-', 'pods', '-A', '-o', 'yaml'],
    ['get', '-', 'pods', '-A', '-o', 'custom-columns=A:.metadata.name'],
    ['tree', '-', `pod/web${bell}`, '--up'],
    ['tree', '-', `pod/none${bell}`],
    ['query', '-', '{ pods { items { name labels } } }'],
    ['get', '-', `pod/none${bell}`],
    ['get', '-', `kind${bell}`],
  ])('%j', async (...args) => {
    const { stdout, stderr } = await home.runWith(JSON.stringify(object), ...args);
    expect(`${stdout}${stderr}`.replaceAll(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}]/u);
    expect(`${stdout}${stderr}`.length).toBeGreaterThan(10);
  });
});
