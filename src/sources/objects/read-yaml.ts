import { isUtf8 } from 'node:buffer';
import type { InputLimits } from '../../records/input-limits.ts';
import { parseYaml } from './parse-yaml.ts';
import type { ListHeader, Piece } from './pieces.ts';
import { listHeader } from './read-json.ts';
import { type YamlCut, YamlSplitter } from './yaml-splitter.ts';

/** Pieces of a YAML stream: documents, and the items of long lists. A CutError of the bytes is passed on, after the pieces before it. */
export async function* readYaml(options: {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly limits: InputLimits;
  /** Documents up to this size are parsed as a whole. */
  readonly wholeBytes?: number;
  /** Mends a text that is no valid YAML. */
  readonly repair?: (text: string) => string;
}): AsyncGenerator<Piece> {
  const { bytes, limits, wholeBytes, repair } = options;
  const splitter = new YamlSplitter(limits, wholeBytes);
  const lists = new ListReader(limits, repair);
  for await (const chunk of bytes) yield* lists.read(splitter.push(chunk));
  yield* lists.read(splitter.end());
}

class ListReader {
  readonly #limits: InputLimits;
  readonly #repair: ((text: string) => string) | undefined;
  #list: ListHeader = {};

  constructor(limits: InputLimits, repair: ((text: string) => string) | undefined) {
    this.#limits = limits;
    this.#repair = repair;
  }

  *read(cuts: readonly YamlCut[]): Generator<Piece> {
    for (const cut of cuts) {
      if (cut.type === 'listStart') this.#list = this.#header(cut);
      else if (cut.type === 'listEnd') {
        yield { type: 'listEnd', list: this.#header(cut) };
        this.#list = {};
      } else yield this.#piece(cut);
    }
  }

  #piece(cut: YamlCut): Piece {
    const parsed = this.#parse(cut);
    const { line } = cut;
    if ('fault' in parsed) return { type: 'fault', ...parsed.fault, line: line + parsed.fault.line };
    if (cut.type === 'document') return { type: 'value', value: parsed.value, line };
    const item: unknown = Array.isArray(parsed.value) ? parsed.value[0] : parsed.value;
    return { type: 'item', value: item, line, list: this.#list };
  }

  #header(cut: YamlCut): ListHeader {
    const parsed = this.#parse(cut);
    return 'fault' in parsed ? {} : listHeader(parsed.value);
  }

  #parse(cut: YamlCut): ReturnType<typeof parseYaml> {
    if (cut.tooLarge) return fault('OBJECT_TOO_LARGE', `it has more than ${this.#limits.objectBytes} bytes (limit "objectBytes")`);
    if (!isUtf8(cut.text)) return fault('INVALID_UTF8', 'it is not UTF-8 text');
    const text = Buffer.from(cut.text).toString('utf8');
    const parsed = parseYaml(text, this.#limits);
    return 'fault' in parsed && this.#repair !== undefined ? parseYaml(this.#repair(text), this.#limits) : parsed;
  }
}

function fault(code: string, message: string): ReturnType<typeof parseYaml> {
  return { fault: { code, message, line: 0 } };
}
