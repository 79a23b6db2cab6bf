import { recogniseKind } from '../input/file-kind.ts';
import { ENTRY_UNPACKERS } from '../input/unpack/unpackers.ts';
import type { Layout, Sample } from '../layout.ts';
import { readObjects } from '../objects/read-objects.ts';
import { textFormat } from '../objects/read-text.ts';

/** Anything that looks like JSON or YAML: only what no other layout knows is read so. */
export const objectsLayout: Layout = {
  format: 'objects',
  recognise: ({ path, head }: Sample) => {
    const format = textFormat(head);
    if (format !== null) return { root: '', reason: `${path} is ${format === 'json' ? 'JSON' : 'YAML'}` };
    const isPacked = ENTRY_UNPACKERS.has(recogniseKind(head).kind) && /\.(?:json|ya?ml|ndjson)\.(?:gz|zst)$/i.test(path);
    return isPacked ? { root: '', reason: `${path} is packed text` } : null;
  },
  records: readObjects,
};
