import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../commands.ts';
import { cobraText } from './cobra.ts';
import { type Offer, offerFor } from './offer.ts';

/** Beside a kubeconfig with the contexts prod and staging; another file holds only itself. */
const contexts = async (kubeconfig: string | undefined): Promise<readonly string[]> =>
  kubeconfig === undefined ? ['prod', 'staging'] : [kubeconfig];

function offer(words: readonly string[], preset: { readonly there?: readonly string[] } | null = null): Promise<Offer> {
  return offerFor({ words, commands, hasPreset: preset !== null, isThere: (path) => preset?.there?.includes(path) ?? false, contexts });
}

const values = async (...given: Parameters<typeof offer>): Promise<string[]> =>
  (await offer(...given)).candidates.map(({ value }) => value);

test.each<readonly [words: string[], candidates: string[], otherwise: Offer['otherwise']]>([
  [['ge'], ['get'], 'nothing'],
  [['get', ''], [], 'files'],
  [['get', 'x.tgz', 'deploy'], ['deploy', 'deployments'], 'nothing'],
  [['get', 'x.tgz', 'po,deploy'], ['po,deploy', 'po,deployments'], 'nothing'],
  [['get', 'x.tgz', 'pods', 'cronj'], ['cronjobs'], 'nothing'],
  [['get', '-', 'cronj'], ['cronjobs'], 'nothing'],
  [['get', 'x.tgz', 'pods', '--names'], ['--namespace'], 'nothing'],
  [['get', 'x.tgz', 'pods', '-o', ''], ['wide', 'json', 'yaml', 'name', 'jsonpath=', 'custom-columns='], 'nothing'],
  [['get', 'x.tgz', 'pods', '-o', 'js'], ['json', 'jsonpath='], 'nothing'],
  [['get', 'x.tgz', 'pods', '-o=js'], ['json', 'jsonpath='], 'nothing'],
  [['get', 'x.tgz', 'pods', '--output=ya'], ['yaml'], 'nothing'],
  [['get', 'x.tgz', 'pods', '-oya'], ['-oyaml'], 'nothing'],
  [['get', 'x.tgz', 'pods', '-Ao', 'ya'], ['yaml'], 'nothing'],
  [['-o', 'w', 'get'], ['get'], 'nothing'],
  [['-n', 'shop', 'get', 'x.tgz', 'cronj'], ['cronjobs'], 'nothing'],
  [['get', 'x.tgz', 'pods', '-n', ''], [], 'nothing'],
  [['get', 'x.tgz', 'pods', '-n', '-'], [], 'nothing'],
  [['info', 'x.tgz', '-o', ''], ['json', 'yaml'], 'nothing'],
  [['info', 'x.tgz', ''], [], 'nothing'],
  [['import', 'x.tgz', 'y.tgz', ''], [], 'files'],
  [['import', 'x.tgz', '--store', ''], [], 'folders'],
  [['import', 'x.tgz', '--store=st'], [], 'folders'],
  [['import', 'x.tgz', '--db', 'x'], [], 'files'],
  [['completion', ''], ['bash', 'zsh', 'fish'], 'nothing'],
  [['help', 'ge'], ['get'], 'nothing'],
  [['query', 'x', '--', '--vari'], [], 'nothing'],
  [['capture', '--context', ''], ['prod', 'staging'], 'nothing'],
  [['capture', '--context=st'], ['staging'], 'nothing'],
  [['capture', '--context', 'prod', '--context', 's'], ['staging'], 'nothing'],
  [['capture', '--kubeconfig', 'other', '--context', ''], ['other'], 'nothing'],
  [['gte', ''], [], 'nothing'],
  [['--ver'], ['--version'], 'nothing'],
  [['get', '--ver'], [], 'nothing'],
])('%j', async (words, candidates, otherwise) => {
  expect({ candidates: await values(words), otherwise: (await offer(words)).otherwise }).toEqual({ candidates, otherwise });
});

test('every command and every flag of it, with what help says of them', async () => {
  expect((await offer([''])).candidates).toEqual(commands.map(({ name, summary }) => ({ value: name, describe: summary })));
  for (const command of commands) {
    const offered = (await offer([command.name, '--'])).candidates;
    for (const { name, describe } of command.flags) expect(offered).toContainEqual({ value: `--${name}`, describe });
  }
});

test('a flag that is there is not offered again, unless it may be repeated', async () => {
  expect(await values(['serve', 'x', '--port', '1', '--'])).not.toContain('--port');
  expect(await values(['get', 'x', 'pods', '-A', '--'])).not.toContain('--all-namespaces');
  expect(await values(['serve', 'x', '--limit', 'rows=1', '--'])).toContain('--limit');
});

test('with SNAPGRAPH_SOURCE set the SOURCE may be there or not', async () => {
  expect((await offer(['get', ''], {})).otherwise).toBe('files');
  expect(await values(['get', ''], {})).toContain('pods');
  expect(await values(['get', 'cronj'], {})).toEqual(['cronjobs']);
  expect(await values(['tree', 'x.tgz', 'cronj'], { there: ['x.tgz'] })).toEqual(['cronjobs']);
  expect((await offer(['query', 'x.tgz', ''], { there: ['x.tgz'] })).otherwise).toBe('nothing');
  expect(await values(['help', 'ge'], {})).toEqual(['get']);
});

const word = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '-',
    '--',
    '=',
    '-o',
    '--output',
    '--output=',
    '-n',
    '-A',
    '--__proto__',
    '--constructor=x',
    '--context',
    '--kubeconfig',
    'capture',
    'get',
    'pods',
    'po,',
    'a\n,',
    'a\t,',
    '\n',
    '\t',
  ),
  fc.constantFrom(...commands.map(({ name }) => name)),
);

test('whatever is typed: candidates begin with it, one a line, and a directive that Cobra knows comes last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 6 }), fc.boolean(), async (words, hasPreset) => {
      const made = await offerFor({ words, commands, hasPreset, isThere: (path) => path.length % 2 === 0, contexts });
      const typed = words.at(-1) ?? '';
      const behind = typed.startsWith('-') ? typed.slice(typed.indexOf('=') + 1) : typed;
      for (const { value } of made.candidates) expect(value.startsWith(typed) || value.startsWith(behind)).toBe(true);
      const lines = cobraText(made).split('\n');
      const printable = made.candidates.filter(({ value }) => !/[\n\t]/.test(value));
      expect(lines.slice(0, -2).map((text) => text.split('\t')[0])).toEqual(printable.map(({ value }) => value));
      expect([':0', ':4', ':6', ':16']).toContain(lines.at(-2));
      expect(lines.at(-1)).toBe('');
    }),
  );
});

test.each<readonly [Offer, string]>([
  [{ candidates: [{ value: 'get', describe: 'list' }, { value: 'po' }], otherwise: 'nothing' }, 'get\tlist\npo\n:4\n'],
  [{ candidates: [{ value: 'jsonpath=' }], otherwise: 'nothing' }, 'jsonpath=\n:6\n'],
  [{ candidates: [{ value: 'json' }, { value: 'jsonpath=' }], otherwise: 'nothing' }, 'json\njsonpath=\n:4\n'],
  [{ candidates: [], otherwise: 'files' }, ':0\n'],
  [{ candidates: [{ value: 'po' }], otherwise: 'files' }, 'po\n:0\n'],
  [{ candidates: [], otherwise: 'folders' }, ':16\n'],
])('%j is printed for Cobra', (given, text) => {
  expect(cobraText(given)).toBe(text);
});
