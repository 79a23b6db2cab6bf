/** `node scripts/complete-lockfile.mjs`: after a change of dependencies, names the packages for other platforms that npm left out. */
import { readFileSync, writeFileSync } from 'node:fs';
import { missingPackages } from './lockfile/optional-packages.mjs';
import { root } from './set-up/folders.mjs';

const file = `${root}/package-lock.json`;
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { missing, unclear } = missingPackages(lock.packages);
const packages = { ...lock.packages, ...Object.fromEntries(missing) };
const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
if (missing.size > 0) writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
console.log(`${missing.size} packages added to package-lock.json.`);
for (const name of unclear) console.error(`Not added, for its version is not exact: ${name}`);
process.exitCode = unclear.length > 0 ? 1 : 0;
