/** Which modules a call of the program loads. */
import { existsSync, readFileSync } from 'node:fs';
import { execa } from 'execa';

export interface Loaded {
  /** Addresses of the files, in the order in which they were asked for. */
  readonly files: readonly string[];
  /** Addresses of what these were made from: of a file of the program, the sources that its source map names. */
  readonly sources: readonly string[];
}

/** Of `node FILE …`; rejects where that fails. */
export async function loadedModules(words: readonly string[], env: Record<string, string> = {}): Promise<Loaded> {
  const { stdout } = await execa(process.execPath, ['--import', recorder(), ...words], { env });
  const files = stdout.split('\n').flatMap((line) => (line.startsWith('loads file:') ? line.slice('loads '.length) : []));
  return { files, sources: files.flatMap(sourcesOf) };
}

/** A module that prints the address of each module that is loaded after it. */
function recorder(): string {
  const hooks = `import { writeSync } from 'node:fs';
    export async function load(url, context, next) { writeSync(1, 'loads ' + url + '\\n'); return next(url, context); }`;
  return moduleUrl(`import { register } from 'node:module'; register(${JSON.stringify(moduleUrl(hooks))});`);
}

function moduleUrl(code: string): string {
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

/** What the bundler adds of its own has no map. */
function sourcesOf(url: string): string[] {
  const map = new URL(`${url}.map`);
  if (!url.includes('/dist/cli/') || !existsSync(map)) return [url];
  const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { readonly sources: readonly string[] };
  return sources.map((source) => new URL(source, map).href);
}
