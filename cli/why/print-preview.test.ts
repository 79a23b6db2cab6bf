import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Imported, importFixture } from '../../test/support/imported.ts';
import { recordingOutput } from '../output/testing/recording-output.ts';
import { printDeletionPreview } from './print-preview.ts';

let imported: Imported;
beforeAll(async () => {
  imported = await importFixture('demo.tar.gz');
});
afterAll(() => imported.close());

async function printed(
  key: { group: string; kind: string; namespace: string | null; name: string },
  options: { cascade?: string; format?: string } = {},
): Promise<string> {
  const { reader } = imported;
  const [root] = await reader.find([key]);
  if (!root) throw new Error(`There is no ${key.kind} ${key.name}.`);
  const { output, written } = recordingOutput();
  await printDeletionPreview({ reader, root, cascade: options.cascade, format: options.format, output });
  return written.join('');
}

const cart = { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'cart' };

test('a Deployment', async () => {
  expect(await printed(cart)).toMatchInlineSnapshot(`
    "Deployment shop/cart, if it were deleted (--cascade=background):

    4 objects go along:
      ├─ ReplicaSet shop/cart-768d85485
      │  ├─ Pod shop/cart-768d85485-4dblg
      │  └─ Pod shop/cart-768d85485-8pphm
      └─ ReplicaSet shop/cart-789d785ff4

    Would point to what is gone:
      HorizontalPodAutoscaler shop/cart   horizontal-pod-autoscaler-target   spec.scaleTargetRef.name                 Deployment shop/cart
      EndpointSlice shop/cart-pxzg2       endpoint-slice-target              endpoints[0].targetRef.name              Pod shop/cart-768d85485-4dblg
      Endpoints shop/cart                 endpoints-target                   subsets[0].addresses[0].targetRef.name   Pod shop/cart-768d85485-4dblg
      EndpointSlice shop/cart-pxzg2       endpoint-slice-target              endpoints[1].targetRef.name              Pod shop/cart-768d85485-8pphm
      Endpoints shop/cart                 endpoints-target                   subsets[0].addresses[1].targetRef.name   Pod shop/cart-768d85485-8pphm

    Not captured, so that more of it may go or wait:
      all kinds of metrics.k8s.io   unavailable   service unavailable
    "
  `);
});

test('orphaned', async () => {
  expect(await printed(cart, { cascade: 'orphan' })).toMatchInlineSnapshot(`
    "Deployment shop/cart, if it were deleted (--cascade=orphan):

    Nothing else goes.

    Stays:
      ReplicaSet shop/cart-768d85485    loses its owner reference and stands alone
      ReplicaSet shop/cart-789d785ff4   loses its owner reference and stands alone

    Would point to what is gone:
      HorizontalPodAutoscaler shop/cart   horizontal-pod-autoscaler-target   spec.scaleTargetRef.name   Deployment shop/cart

    Not captured, so that more of it may go or wait:
      all kinds of metrics.k8s.io   unavailable   service unavailable
    "
  `);
});

test('a namespace', async () => {
  expect(await printed({ group: '', kind: 'Namespace', namespace: null, name: 'team-legacy' })).toMatchInlineSnapshot(`
    "Namespace team-legacy, if it were deleted (--cascade=background):

    1 object goes along:
      └─ Tenant.legacy.example.com team-legacy/acme   in the namespace

    Would wait for:
      Tenant.legacy.example.com team-legacy/acme   legacy.example.com/tenant-cleanup   waits until its controller takes the finalizer away; who that is stands in no table
      Namespace team-legacy                                                            APIService v1beta1.metrics.k8s.io: no namespace goes while it does not answer
      Namespace team-legacy                        kubernetes                          Tenant.legacy.example.com team-legacy/acme: waits until all of it is gone

    Not captured, so that more of it may go or wait:
      ComponentStatus               excluded      deprecated, computed on each call, no uid
      all kinds of metrics.k8s.io   unavailable   service unavailable
    "
  `);
});

test('for programs', async () => {
  const document = JSON.parse(await printed(cart, { format: 'json' }));
  expect(document).toMatchObject({ object: { kind: 'Deployment', namespace: 'shop', name: 'cart' }, propagation: 'BACKGROUND', holds: [] });
  expect(document.deletes.length).toBeGreaterThan(2);
});

test('a cascade that kubectl does not know', async () => {
  await expect(printed(cart, { cascade: 'orphans' })).rejects.toThrow(
    '--cascade is background, foreground, orphan, not "orphans". Did you mean "orphan"?',
  );
});
