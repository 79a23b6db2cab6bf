import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingPackages } from './optional-packages.mjs';

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

test('the lockfile names the packages of every platform: without them npm ci refuses it (node scripts/complete-lockfile.mjs adds them)', () => {
  expect(missingPackages(lock.packages)).toEqual({ missing: new Map(), unclear: [] });
});

test('the lockfile names no registry, and package.json only exact versions', () => {
  const hosts = Object.values(lock.packages).filter((entry) => 'resolved' in entry);
  expect(hosts).toEqual([]);
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('what is missing gets its platform from its name', () => {
  const packages = {
    'node_modules/tool': {
      dev: true,
      license: 'MIT',
      optionalDependencies: {
        '@tool/linux-x64-musl': '1.2.3',
        '@tool/win32-ia32-msvc': '1.2.3',
        '@tool/there': '1.2.3',
        '@tool/darwin-x64': '^1',
      },
    },
    'node_modules/tool/node_modules/@tool/there': { version: '1.2.3' },
  };
  const shared = { version: '1.2.3', dev: true, license: 'MIT', optional: true };
  expect(missingPackages(packages)).toEqual({
    missing: new Map([
      ['node_modules/@tool/linux-x64-musl', { ...shared, os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
      ['node_modules/@tool/win32-ia32-msvc', { ...shared, os: ['win32'], cpu: ['ia32'] }],
    ]),
    unclear: ['@tool/darwin-x64@^1 of node_modules/tool'],
  });
});
