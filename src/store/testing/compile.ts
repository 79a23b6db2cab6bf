/** The room's code as JavaScript, for tests that need a process of its own: they run from sources, which Node 20 cannot. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';

/** Compiles one module and all that it imports; answers the path of its JavaScript, inside the project, so that packages are found. */
export function compiled(module: string): string {
  const root = packageRoot();
  const folder = join(root, '.cache', `store-test-${process.pid}`);
  const settings = join(folder, 'tsconfig.json');
  mkdirSync(folder, { recursive: true });
  const compilerOptions = {
    outDir: folder,
    rootDir: root,
    noEmit: false,
    noEmitOnError: false,
    incremental: false,
    sourceMap: false,
    isolatedDeclarations: false,
    declaration: false,
  };
  writeFileSync(
    settings,
    JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, include: [], files: [join(root, module)] }),
  );
  execFileSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', settings], { stdio: 'ignore' });
  return join(folder, module.replace(/\.ts$/, '.js'));
}
