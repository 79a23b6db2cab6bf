/** `node one-thread-import.js ARCHIVE FOLDER`: our own import with rows made where they are written, so that nothing runs beside it. */
import { pipe } from '../../src/records/pipe.ts';
import { createExtractor } from '../../src/relations/extractor.ts';
import { openSource } from '../../src/sources/open-source.ts';
import { importSink } from '../../src/store/import-sink.ts';

const [archive = '', folder = ''] = process.argv.slice(2);
const { source, name } = await openSource({ location: archive });
// A thread is started with the recipe: without one there are none.
const extractor = { ...createExtractor(), recipe: null };
await pipe({ source, sink: importSink({ folder, contentHash: '0'.repeat(64), extractor, name }) });
