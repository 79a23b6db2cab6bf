import { expect, test } from 'vitest';
import { ask, connected } from './testing/ask.ts';
import { temporaryFolder } from './testing/folder.ts';
import { oneContext } from './testing/kubeconfig-file.ts';
import { pemData } from './testing/pem.ts';
import { startServer } from './testing/server.ts';

test('a token over TLS', async () => {
  const server = await startServer();
  const folder = temporaryFolder();
  const kubeconfig = folder.write('config', oneContext({ server: `https://127.0.0.1:${server.port}/`, user: { token: 'secret\n' } }));
  const connection = await connected({ kubeconfig });
  expect(await ask(connection)).toMatchObject({ status: 200 });
  await ask(connection);
  expect(server.arrivals).toMatchObject([
    { url: '/version', headers: { authorization: 'Bearer secret' }, connection: 0 },
    { connection: 0 },
  ]);
  void pemData;
});
