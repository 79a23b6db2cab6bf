import { expect, test } from 'vitest';
import { hostAndPort, parseServerUrl } from './server-url.ts';

test.each([
  ['https://a', true, 'a', 443, ''],
  ['http://a', false, 'a', 80, ''],
  ['HTTPS://A:6443/', true, 'a', 6443, ''],
  ['https://a:6443/k8s/clusters/c-1//', true, 'a', 6443, '/k8s/clusters/c-1'],
  ['https://a/b?c=d#e', true, 'a', 443, '/b'],
  ['https://[fd00::1]', true, 'fd00::1', 443, ''],
  ['10.0.0.1:8080', false, '10.0.0.1', 8080, ''],
  ['localhost', false, 'localhost', 80, ''],
])('%s', (server, secure, host, port, prefix) => {
  const url = parseServerUrl({ server, secureByDefault: false, called: 'c' });
  expect(url).toEqual({ secure, host, port, prefix });
  expect(hostAndPort(url)).toBe(`${host === 'fd00::1' ? '[fd00::1]' : host}:${port}`);
});

test('without a scheme it is TLS where certificates are named', () => {
  expect(parseServerUrl({ server: 'a', secureByDefault: true, called: 'c' })).toMatchObject({ secure: true, port: 443 });
});

test.each(['https://', '//a', '/a', 'ftp://a', 'https://a:99999', 'https://a b', 'https://[::1', ':80'])('"%s" is none', (server) => {
  expect(() => parseServerUrl({ server, secureByDefault: true, called: 'the cluster "c"' })).toThrow(
    `The server "${server}" of the cluster "c" is no URL of an API server: write https://HOST:PORT.`,
  );
});
