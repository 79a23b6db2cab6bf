/** Packages that few calls of the program need: loaded at their first use, where all else is loaded at the start. */
import { createRequire } from 'node:module';

/** For code that cannot wait for `import()`. The package is the installed one, bundled or not. */
export function lazyPackage<Package>(name: string): () => Package {
  let loaded: Package | undefined;
  return () => {
    loaded ??= createRequire(import.meta.url)(name) as Package;
    return loaded;
  };
}
