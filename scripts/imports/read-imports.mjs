/** The imports of one source file, types told apart from code. */
import { parseSync } from 'oxc-parser';

/**
 * @typedef {object} Import
 * @property {string} specifier as written
 * @property {number} line from 1
 * @property {boolean} typesOnly nothing of it is left when it runs
 */

/**
 * Static imports, re-exports and `import('…')`, of code and of types.
 * @param {string} path
 * @param {string} text
 * @returns {Import[]}
 */
export function readImports(path, text) {
  const { module, errors, program } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path} cannot be parsed: ${error.message}`);
  /** @param {number} offset */
  const lineAt = (offset) => text.slice(0, offset).split('\n').length;
  const found = [
    ...module.staticImports.map(({ moduleRequest, entries, start }) => ({
      specifier: moduleRequest.value,
      line: lineAt(start),
      typesOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...module.staticExports.flatMap(({ entries, start }) => reExports(entries, lineAt(start))),
    ...typeImports(program).map(({ specifier, start }) => ({ specifier, line: lineAt(start), typesOnly: true })),
    ...module.dynamicImports.map(({ moduleRequest, start }) => ({
      specifier: literal(text.slice(moduleRequest.start, moduleRequest.end)),
      line: lineAt(start),
      typesOnly: false,
    })),
  ];
  return found;
}

/** @param {readonly import('oxc-parser').StaticExportEntry[]} entries @param {number} line */
function reExports(entries, line) {
  const sources = new Set(entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []));
  return [...sources].map((specifier) => ({
    specifier,
    line,
    typesOnly: entries.filter(({ moduleRequest }) => moduleRequest?.value === specifier).every(({ isType }) => isType),
  }));
}

/** `import('./a.ts').Name` where a type stands. @param {unknown} node @returns {{ specifier: string, start: number }[]} */
function typeImports(node) {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.values(node).flatMap(typeImports);
  if (!('type' in node) || node.type !== 'TSImportType') return below;
  const { source, start } = /** @type {import('oxc-parser').TSImportType} */ (node);
  return [{ specifier: source.value, start }, ...below];
}

/** The text of a string literal; for anything else what resolves to nothing. @param {string} written */
function literal(written) {
  return /^(['"`])([^$'"`]*)\1$/.exec(written)?.[2] ?? `import(${written})`;
}
