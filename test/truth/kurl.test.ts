/** A real support bundle of 2021, through GraphQL: every object once, as many of each kind as the files hold, and its logs. */
import { expect, test } from 'vitest';
import { countedByHand, hasKurlBundle, KURL_BUNDLE } from '../support/kurl-bundle.ts';
import { askFixture } from './ask.ts';
import { countBy } from './facts/count.ts';

interface Answer {
  readonly objects: { readonly items: readonly { readonly group: string; readonly kind: string; readonly uid: string }[] };
  readonly pods: {
    readonly items: readonly {
      readonly containers: readonly { readonly name: string; readonly log: { readonly outcome: string; readonly text: string | null } }[];
    }[];
  };
}

test.runIf(hasKurlBundle())('troubleshoot-kurl', async () => {
  const asked = await askFixture({ location: KURL_BUNDLE });
  const { objects, pods } = await asked.ask<Answer>(
    '{ objects { items { group kind uid } } pods { items { containers { name log { outcome text(tail: 3) } } } } }',
  );
  asked.close();
  const kinds = countBy(objects.items, ({ group, kind }) => `${group === '' ? 'core' : group}/${kind}`);
  expect(kinds).toEqual(countedByHand());
  expect(new Set(objects.items.map(({ uid }) => uid)).size).toBe(objects.items.length);
  const logs = pods.items.flatMap(({ containers }) => containers).filter(({ log }) => log.outcome === 'OK');
  expect(logs.map(({ name }) => name)).toContain('velero');
  expect(logs.filter(({ log }) => (log.text ?? '').length > 0).length).toBeGreaterThan(0);
});
