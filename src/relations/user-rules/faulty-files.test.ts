import { expect, test } from 'vitest';
import { problem, ruleWith } from './testing/rules-file.ts';

test.each([
  // Files
  ['', 'it is empty.'],
  ['# nothing', 'it is empty.'],
  ['rules: [\n  a: {', 'line 2: it is no valid YAML ('],
  ['text', 'line 1: it holds no rules. It begins with "rules:", and below it each rule begins with "- relation: …".'],
  ['- a', 'line 1: it holds no rules.'],
  ['{}', 'line 1: "rules" has to be a list, and is not there.'],
  ['\nrules: {a: 1}', 'line 2: "rules" has to be a list, not a mapping.'],
  ['rules: []', 'line 1: "rules" is an empty list.'],
  ['\n\nrule: []', 'line 3: there is no field "rule". Did you mean "rules"?'],
  ['rules: []\n---\nrules: []', 'it holds several YAML documents'],
  ['rules:\n  - a: 1\n    a: 2', 'line 3: it is no valid YAML (duplicated mapping key)'],
  ['rules: &r [*r]', 'line 1: '],
  ['rules: &r\n  - relation: *r', 'line 2: '],
  ['rules: !!js/function x', 'line 1: it is no valid YAML ('],
  ['rules: !<tag:yaml.org,2002:binary> x', 'line 1: it is no valid YAML ('],
  [`rules: ${'['.repeat(50)}${']'.repeat(50)}`, 'line 1: it is no valid YAML ('],
  [`rules:\n${'  - {}\n'.repeat(1_001)}`, 'line 1: it has 1001 rules; the most is 1000.'],
  [
    `a: &a [x,x,x]\n${'bcdefgh'.replace(/./g, (name, index) => `${name}: &${name} [${`*${'abcdefg'[index]},`.repeat(9)}]\n`)}rules: *h`,
    'line 1: there is no field "a".',
  ],
  [`rules: [${'*a,'.repeat(2_000)}]`, 'line 1: it is no valid YAML ('],
  // Fields
  ['rules:\n  - x', 'line 2: rule 1: it has to be a mapping with relation, from, path, '],
  ['rules:\n  - [x]', 'line 2: rule 1: it has to be a mapping with relation, from, path, '],
  ['rules:\n  - relation: a-b\n    from: Pod\n    pth: x', 'line 4: rule 1 (a-b): there is no field "pth". Did you mean "path"'],
  ['rules:\n  - __proto__: x', 'line 2: rule 1: there is no field "__proto__".'],
  ['rules:\n  - <<: {a: b}', 'line 2: rule 1: there is no field "<<".'],
  ['rules:\n  - {from: Pod}', 'line 2: rule 1: "relation" is not there: what the relation is called, like "shop-tls-secret".'],
  [
    ruleWith({ relation: 'Shop Secret' }),
    'line 3: rule 1 (Shop Secret): "Shop Secret" is no name of a relation: lower-case words with dashes between',
  ],
  [ruleWith({ relation: 3 }), 'line 3: rule 1: "relation" has to be a text, not the number 3.'],
  ['rules:\n  - relation: a-b\n    path: x', 'line 2: rule 1 (a-b): "from" is not there: the kind whose objects point.'],
  ['rules:\n  - relation: a-b\n    from: Pod\n    path: x', 'line 2: rule 1 (a-b): "target" is not there: the kind that the name is of.'],
  ['rules:\n  - relation: a-b\n    from: Pod\n    target: Secret', 'line 2: rule 1 (a-b): "path" is not there: where the name is written.'],
  [ruleWith({ weak: 'yes' }), 'line 3: rule 1 (shop-secret): "weak" has to be true or false, not the string yes.'],
  [ruleWith({ path: ['x'] }), 'line 3: rule 1 (shop-secret): "path" has to be a text, not a list.'],
  [ruleWith({ optional: 'optional', alwaysOptional: true }), 'line 3: rule 1 (shop-secret): it has "optional" and "alwaysOptional"'],
  // Kinds
  [ruleWith({ from: 'deploy' }), 'line 3: rule 1 (shop-secret): "from": there is no kind "deploy". Did you mean "Deployment.apps"?'],
  [
    ruleWith({ from: 'Deployment' }),
    'line 3: rule 1 (shop-secret): "from": there is no kind "Deployment". Did you mean "Deployment.apps"?',
  ],
  [
    ruleWith({ from: 'Deploymnt.apps' }),
    'line 3: rule 1 (shop-secret): "from": there is no kind "Deploymnt.apps". Did you mean "Deployment.apps"',
  ],
  [
    ruleWith({ from: 'certificates.cert-manager.io' }),
    'line 3: rule 1 (shop-secret): "from": there is no kind "certificates.cert-manager.io". Did you mean "Certificate.cert-manager.io"?',
  ],
  [
    ruleWith({ from: 'Qqqqqqqqqqqq.apps' }),
    'line 3: rule 1 (shop-secret): "from": there is no kind "Qqqqqqqqqqqq.apps". A kind is written as in objects, with its group',
  ],
  [ruleWith({ from: { group: 'apps', kind: 'Qqqqqqqqqqqq' } }), 'none'],
  [ruleWith({ from: 'Shop.shop_example' }), 'line 3: rule 1 (shop-secret): "from": there is no kind "Shop.shop_example".'],
  [
    ruleWith({ from: { group: 'shop.example.com/v1', kind: 'Shop' } }),
    'line 3: rule 1 (shop-secret): "from": "shop.example.com/v1" is no API group',
  ],
  [ruleWith({ from: { kind: 'Pod' } }), 'line 3: rule 1 (shop-secret): "from": "group" is not there. The core group is written as "".'],
  [
    ruleWith({ from: { group: '', kind: 'Pod', version: 'v1' } }),
    'line 3: rule 1 (shop-secret): "from": there is no field "version". Fields are group and kind.',
  ],
  [
    ruleWith({ from: 7 }),
    'line 3: rule 1 (shop-secret): "from": it has to be a kind, as "Deployment.apps" or {group: apps, kind: Deployment}, not the number 7.',
  ],
  [ruleWith({ from: [] }), 'line 3: rule 1 (shop-secret): "from": it is an empty list.'],
  [ruleWith({ from: { groups: ['*'] } }), 'line 3: rule 1 (shop-secret): "from": "groups[0]": "*" is no API group.'],
  [ruleWith({ from: 'Image.external' }), 'line 3: rule 1 (shop-secret): "from": Image.external is outside the API'],
  [
    ruleWith({ target: 'Bucket.external' }),
    'line 3: rule 1 (shop-secret): "target": outside the API there is no kind "Bucket.external". There are Image.external',
  ],
])('%#', (text, expected) => {
  expect(problem(text).slice(0, expected.length)).toBe(expected);
});
