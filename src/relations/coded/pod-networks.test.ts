import { expect, test } from 'vitest';
import { extractorInput } from '../../../test/support/demo-objects.ts';
import { checkCoded, show } from '../../../test/support/relation-rules.ts';
import { createExtractor } from '../extractor.ts';
import { podNetworkExamples } from '../testing/examples/pod-networks.ts';
import { podNetworkRelations } from './pod-networks.ts';

checkCoded(podNetworkRelations, podNetworkExamples);

const extractor = createExtractor({ rules: [], coded: podNetworkRelations });

test.each<[string, string[]]>([
  ['macvlan', ['shop/macvlan']],
  [' macvlan , infra/sriov@net1 ', ['shop/macvlan', 'infra/sriov']],
  ['infra/sriov', ['infra/sriov']],
  ['macvlan@net1', ['shop/macvlan']],
  ['/sriov', ['shop/sriov']],
  ['[{"name":"a"},{"name":"b","namespace":"infra","interface":"net1"}]', ['shop/a', 'infra/b']],
  ['[{"name":7},{"namespace":"infra"},"c",null]', []],
  ['[{"name":"a"', []],
  ['{"name":"a"}', []],
  ['a/b/c', []],
  [',,', []],
  ['', []],
])('%s', (text, networks) => {
  const annotations = { 'k8s.v1.cni.cncf.io/networks': text };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop', annotations }, spec: {} };
  const path = "metadata.annotations['k8s.v1.cni.cncf.io/networks']";
  const { references } = extractor.extract(extractorInput(pod));
  expect(references.map(show)).toEqual(networks.map((one) => `pod-network ${path} → NetworkAttachmentDefinition.k8s.cni.cncf.io ${one}`));
});
