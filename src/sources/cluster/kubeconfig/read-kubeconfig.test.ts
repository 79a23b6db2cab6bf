import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ClusterAccessError } from './access-error.ts';
import { parseKubeconfig, readKubeconfig } from './read-kubeconfig.ts';
import { temporaryFolder } from './testing/folder.ts';

const parse = (text: string): ReturnType<typeof parseKubeconfig> => parseKubeconfig({ text, file: '/k/config' });

test.each([
  ['clusters: {a: b}', 'clusters is a mapping, but must be a list'],
  ['clusters: [3]', 'clusters[0] is a number, but must be a mapping'],
  ['clusters: [{name: [a], cluster: {}}]', 'clusters[0].name is a list, but must be a string'],
  ['clusters: [{name: a, cluster: {server: 3}}]', 'clusters[0].cluster.server is a number, but must be a string'],
  [
    'clusters: [{name: a, cluster: {insecure-skip-tls-verify: "true"}}]',
    'clusters[0].cluster.insecure-skip-tls-verify is a string, but must be true or false',
  ],
  ['users: [{name: a, user: {token: 0123}}]', 'users[0].user.token is a number, but must be a string'],
  ['users: [{name: a, user: {as-groups: a}}]', 'users[0].user.as-groups is a string, but must be a list of strings'],
  ['users: [{name: a, user: {as-user-extra: {k: [1]}}}]', 'users[0].user.as-user-extra.k[0] is a number, but must be a string'],
  ['users: [{name: a, user: {exec: {env: [{name: 1}]}}}]', 'users[0].user.exec.env[0].name is a number, but must be a string'],
  ['users: [{name: a, user: {exec: {args: [1]}}}]', 'users[0].user.exec.args[0] is a number, but must be a string'],
  [
    'users: [{name: a, user: {auth-provider: {name: oidc, config: {a: {}}}}}]',
    'users[0].user.auth-provider.config.a is a mapping, but must be a string',
  ],
  ['contexts: [{name: a, context: []}]', 'contexts[0].context is a list, but must be a mapping'],
  ['current-context: 7', 'current-context is a number, but must be a string'],
  ['- a', 'it is a list, but must be a mapping'],
  ['just text', 'it is a string, but must be a mapping'],
  ['{kind: Pod, apiVersion: v1}', 'it holds a Pod, not a kubeconfig'],
  ['users: [{name: a}, {name: a}]', 'users has the name "a" twice'],
])('%s: %s', (text, message) => {
  expect(() => parse(text)).toThrow(`The kubeconfig /k/config is invalid: ${message}. Mend it, or name another with --kubeconfig.`);
});

test('broken YAML names its line', () => {
  expect(() => parse('contexts: []\nusers:\n  - name: a\n bad: [')).toThrow(/^The kubeconfig \/k\/config, line \d: it is no valid YAML/);
  expect(() => parse('{"clusters": [')).toThrow('The kubeconfig /k/config');
});

test.each([
  ['a mapping in itself', 'clusters: &a\n- name: x\n  cluster: {server: a, extensions: [{name: y, extension: *a}]}\n'],
  ['aliases that multiply', `${bomb(12)}clusters: *l11\n`],
  ['depth', `clusters: ${'['.repeat(5000)}${']'.repeat(5000)}`],
  ['depth in JSON', `{"clusters": ${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}}`],
])('%s is refused in no time', (_name, text) => {
  const begun = performance.now();
  expect(() => parse(text)).toThrow(ClusterAccessError);
  expect(performance.now() - begun).toBeLessThan(5000);
});

function bomb(levels: number): string {
  const lines = ['l0: &l0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < levels; level += 1)
    lines.push(
      `l${level}: &l${level} [${Array(10)
        .fill(`*l${level - 1}`)
        .join(', ')}]`,
    );
  return `${lines.join('\n')}\n`;
}

test('names that JavaScript has a meaning for are names', () => {
  const names = ['__proto__', 'constructor', 'toString', '1', '-'];
  const { contexts, clusters } = parse(JSON.stringify({ contexts: names.map((name) => ({ name, context: { cluster: name } })) }));
  expect([...contexts].map(([name, { value }]) => [name, value.cluster])).toEqual(names.map((name) => [name, name]));
  expect(clusters.get('__proto__')).toBeUndefined();
  // js-yaml and JSON.parse make a field of this name, which is nobody's server.
  expect(parse('clusters: [{name: a, cluster: {__proto__: {server: "https://evil"}}}]').clusters.get('a')?.value.server).toBe('');
  expect(({} as Record<string, unknown>)['server']).toBeUndefined();
});

test('a file that never ends is given up, a folder is none', () => {
  expect(() => readKubeconfig('/dev/zero')).toThrow('is longer than 16 MiB');
  const folder = temporaryFolder();
  expect(() => readKubeconfig(folder.path)).toThrow(`The kubeconfig ${folder.path} is a folder, not a file.`);
  const file = folder.write('file', '');
  expect(() => readKubeconfig(`${file}/below`)).toThrow('lies below something that is no folder');
});

test('a large kubeconfig is read', () => {
  const names = Array.from({ length: 3000 }, (_, index) => `name-${index}`);
  const text = JSON.stringify({
    clusters: names.map((name) => ({ name, cluster: { server: 'https://a', 'certificate-authority-data': 'A'.repeat(2000) } })),
  });
  expect(parse(text).clusters.size).toBe(3000);
});

test('bytes of any kind give a kubeconfig or an error with the file, never anything else', () => {
  const folder = temporaryFolder();
  const json = fc.json({ maxDepth: 4 });
  const yaml = fc.array(
    fc.constantFrom('clusters:', '- name: a', '  cluster: {', '}', '&a', '*a', '<<: *a', ': ', '\t', '"', '!!binary x', '---', '\n', '\0'),
    {
      maxLength: 12,
    },
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    json.map(Buffer.from),
    yaml.map((parts) => Buffer.from(parts.join('\n'))),
  );
  fc.assert(
    fc.property(bytes, (content) => {
      const file = folder.write('any', Buffer.from(content));
      try {
        expect(readKubeconfig(file)?.contexts).toBeInstanceOf(Map);
      } catch (error) {
        expect(error).toBeInstanceOf(ClusterAccessError);
        expect((error as Error).message).toContain(file);
      }
    }),
    { numRuns: 500 },
  );
});

const word = fc.string({ minLength: 1, maxLength: 12 });
const entry = fc.record({ name: word, cluster: fc.record({ server: word, 'tls-server-name': word }) });

test('what was written comes back', () => {
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ({ name }) => name }), (clusters) => {
      const read = parse(JSON.stringify({ clusters })).clusters;
      expect([...read].map(([name, { value }]) => [name, value.server, value.tlsServerName])).toEqual(
        clusters.map(({ name, cluster }) => [name, cluster.server, cluster['tls-server-name']]),
      );
    }),
  );
});
