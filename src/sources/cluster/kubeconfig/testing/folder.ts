import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface Folder {
  readonly path: string;
  /** Writes a file, with the folders above it, and gives its path; what is no text is written as JSON. */
  write(name: string, content: unknown): string;
  /** A program of Node, to be run as it is. */
  program(name: string, source: string): string;
}

/** A folder for one test. */
export function temporaryFolder(): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'snapgraph-kubeconfig-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const write = (name: string, content: unknown): string => {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
    return file;
  };
  return {
    path,
    write,
    program(name, source) {
      const file = write(name, `#!${process.execPath}\n${source}`);
      chmodSync(file, 0o755);
      return file;
    },
  };
}
