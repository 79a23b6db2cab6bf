/** Logs and links of support bundles, packed and unpacked. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { bare, list, namespaces, VERSION } from './testing/support-bundle.ts';
import { countByKind, ofType, problemCodes, readAll, tarEntry, tarOf, tarSpecial, temporaryFile, temporaryFolder } from './testing/tar.ts';

test('logs of all ages; links count for nothing, unless they lead nowhere', async () => {
  const log = 'sb/cluster-resources/pods/logs';
  const tar = Buffer.concat([
    tarSpecial('sb/app/p/main.log', '2', '../../cluster-resources/pods/logs/a/p/main.log'),
    tarSpecial('sb/app/p/gone.log', '2', '../../cluster-resources/pods/logs/a/p/gone.log'),
    tarSpecial('sb/app/p/passwd.log', '2', '../../../../../etc/passwd'),
    tarEntry(`${log}/a/p/main.log`, 'now\n'),
    tarEntry(`${log}/a/p/main-previous.log`, 'before\n'),
    tarEntry(`${log}/a/p/side-logs-errors.log`, 'pods "p" is forbidden'),
    tarEntry('sb/cluster-resources/pods/a/logs/q/main.log', 'early\n'),
    tarEntry(`${log}/a/r-0-main.log`, 'joined\n'),
    tarEntry(`${log}/a/nobody.log`, 'whose\n'),
    tarOf({
      ...VERSION,
      'sb/cluster-resources/pods/a.json': list('Pod', 'v1', [
        bare('r-0', 'a', { spec: { containers: [{ name: 'main' }, { name: 'side' }] } }),
      ]),
    }),
  ]);
  const { records } = await readAll(await temporaryFile('logs.tar', tar));
  expect(
    ofType(records, 'log').map(({ pod, container, previous, chunk, outcome }) => [
      pod,
      container,
      previous,
      Buffer.from(chunk).toString().trim(),
      outcome,
    ]),
  ).toEqual([
    ['p', 'main', false, 'now', undefined],
    ['p', 'main', true, 'before', undefined],
    ['p', 'side', false, '', 'denied'],
    ['q', 'main', false, 'early', undefined],
    ['r-0', 'main', false, 'joined', undefined],
  ]);
  expect(problemCodes(records)).toEqual(['LINK_REFUSED', 'LINK_TARGET_MISSING']);
  expect(ofType(records, 'document').map(({ name }) => name)).toContain('cluster-resources/pods/logs/a/nobody.log');
});

test('an unpacked bundle is read from its folder, links and all', async () => {
  const folder = await temporaryFolder();
  const files = {
    ...VERSION,
    'sb/cluster-resources/namespaces.json': namespaces('a'),
    'sb/cluster-resources/pods/logs/a/p/main.log': 'x\n',
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  await mkdir(join(folder, 'sb/app'));
  await symlink('../cluster-resources/pods/logs/a/p/main.log', join(folder, 'sb/app/main.log'));
  await symlink('/etc/passwd', join(folder, 'sb/app/passwd.log'));
  const { records, format } = await readAll(folder);
  expect([format, countByKind(records), ofType(records, 'log').length]).toEqual(['troubleshoot', { 'core/Namespace': 1 }, 1]);
  expect(problemCodes(records)).toEqual(['LINK_REFUSED']);
});
