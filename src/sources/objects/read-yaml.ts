import { isUtf8 } from 'node:buffer';
import { CutError } from '../../bundle/entry.ts';
import type { InputLimits } from '../../records/input-limits.ts';
import { isJsonObject } from '../../records/json-fields.ts';
import { type ParsedYaml, parseYaml } from './parse-yaml.ts';
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
  try {
    for await (const chunk of bytes) yield* lists.read(splitter.push(chunk));
  } catch (error) {
    if (error instanceof CutError) yield* lists.read(splitter.cutOff());
    throw error;
  }
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
      const parsed = this.#parse(cut);
      if (cut.type === 'item') yield toItem(cut, parsed, this.#list);
      else if (cut.type === 'document') yield* this.#document(cut, parsed);
      else {
        this.#list = 'fault' in parsed ? {} : listHeader(parsed.value);
        if (cut.type === 'listStart') continue;
        if (cut.text.length > 0) yield* 'fault' in parsed ? [toFault(cut, parsed)] : withoutKind(cut, this.#list);
        yield { type: 'listEnd', list: this.#list };
        this.#list = {};
      }
    }
  }

  /** A fault in a list costs no more than the item it lies in. */
  *#document(cut: YamlCut, parsed: ParsedYaml): Generator<Piece> {
    if (!('fault' in parsed)) {
      if (isJsonObject(parsed.value) && Array.isArray(parsed.value['items'])) yield* withoutKind(cut, listHeader(parsed.value));
      yield { type: 'value', value: parsed.value, line: cut.line };
      return;
    }
    const splitter = new YamlSplitter(this.#limits, 0);
    const items = [...splitter.push(cut.text), ...splitter.end()].map((item) => ({ ...item, line: cut.line + item.line - 1 }));
    if (items.some(({ type }) => type === 'item')) yield* this.read(items);
    else yield toFault(cut, parsed);
  }

  #parse(cut: YamlCut): ParsedYaml {
    if (cut.tooLarge) return fault('OBJECT_TOO_LARGE', `it has more than ${this.#limits.objectBytes} bytes (limit "objectBytes")`);
    if (!isUtf8(cut.text)) return fault('INVALID_UTF8', 'it is not UTF-8 text');
    const text = Buffer.from(cut.text).toString('utf8');
    const parsed = parseYaml(text, this.#limits);
    return 'fault' in parsed && this.#repair !== undefined ? parseYaml(this.#repair(text), this.#limits) : parsed;
  }
}

function fault(code: string, message: string): ParsedYaml {
  return { fault: { code, message, line: 0 } };
}

function toItem(cut: YamlCut, parsed: ParsedYaml, list: ListHeader): Piece {
  if ('fault' in parsed) return toFault(cut, parsed);
  const value: unknown = Array.isArray(parsed.value) ? parsed.value[0] : parsed.value;
  return { type: 'item', value, bytes: cut.text.length, line: cut.line, list };
}

function toFault({ line }: YamlCut, { fault }: Extract<ParsedYaml, { fault: unknown }>): Piece {
  return { type: 'fault', ...fault, line: line + fault.line };
}

/** kubectl writes a list's kind behind its items: where it is not there, the text may well have been cut. */
function withoutKind({ line }: YamlCut, { kind }: ListHeader): Piece[] {
  const message = 'the list that begins here has no kind: if the text is cut, objects are missing';
  return kind === undefined ? [{ type: 'fault', code: 'LIST_WITHOUT_KIND', message, line, kept: true }] : [];
}
