/** What operating systems, archivers and Git leave beside the real files. */
const LITTER = /(?:^|\/)(?:\.DS_Store|\.git|\._[^/]*|__MACOSX|PaxHeaders?(?:\.\d+)?)(?:\/|$)/;
const DRIVE = /^[a-zA-Z]:/;

export type CheckedPath = { readonly path: string } | { readonly refused: string } | 'ignored';

/** An archive's name for an entry, as a path below the archive's root; or why it is not one. Nothing is ever written there, but such names have no honest maker. */
export function checkPath(name: string): CheckedPath {
  if (name.includes('\0')) return { refused: 'its name holds a NUL byte' };
  if (name.startsWith('/') || name.startsWith('\\')) return { refused: 'its name is an absolute path' };
  if (DRIVE.test(name)) return { refused: 'its name starts with a drive' };
  if (name.split(/[/\\]/).includes('..')) return { refused: 'its name leads out of the archive' };
  const path = normalise(name);
  return path === '' || LITTER.test(path) ? 'ignored' : { path };
}

/** Where a relative link leads, as a path below the root; null where it leads out of it. */
export function resolveLink(path: string, target: string): string | null {
  if (target.includes('\0') || target.startsWith('/') || target.includes('\\') || DRIVE.test(target)) return null;
  const resolved = path.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '..') {
      if (resolved.pop() === undefined) return null;
    } else if (segment !== '.' && segment !== '') {
      resolved.push(segment);
    }
  }
  return resolved.join('/');
}

function normalise(name: string): string {
  return name
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/');
}
