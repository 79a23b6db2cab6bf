/** Snapshot records to a bundle: contract §2, docs/bundle.md. */
import { basename } from 'node:path';
import type { Sink } from '../records/pipe.ts';
import type { RecordBatch } from '../records/record.ts';
import { type BundleSummary, BundleWriting } from './bundle-writing.ts';
import { TarFile } from './tar-file.ts';

export interface BundleOptions {
  /** Of the archive; its name without `.tar.gz` is that of the one folder in it. */
  readonly path: string;
  /** Keep the entries that were written whole, as a bundle without a manifest, where the capture is aborted or the disk is full. Else nothing is left. */
  readonly keepBrokenOff?: boolean;
  /** Of gzip, 1 to 9; 6 where it is not given. */
  readonly level?: number;
}

export interface BundleSink extends Sink<BundleSummary> {
  /** After an abort: a broken-off bundle lies under the archive's name. */
  readonly kept: boolean;
}

/**
 * Writes records as they come, each page as soon as its batch is there. The file has its name only when it is whole; until then it is
 * `PATH.partial`, which a kill leaves behind as a broken-off bundle. Only one snapshot fits in a bundle.
 */
export function bundleSink(options: BundleOptions): BundleSink {
  const { path, keepBrokenOff = false, level = 6 } = options;
  const root = basename(path).replace(/\.(?:tar\.gz|tgz)$/, '') || 'bundle';
  let writing: Promise<BundleWriting> | null = null;
  const begun = (): Promise<BundleWriting> => {
    writing ??= TarFile.create({ path, root, level }).then((tar) => new BundleWriting({ tar, path }));
    return writing;
  };
  let kept = false;
  return {
    get kept() {
      return kept;
    },
    async write(batch: RecordBatch): Promise<void> {
      const bundle = await begun();
      for (const record of batch) await bundle.add(record);
      await bundle.endBatch();
    },
    async finish(): Promise<BundleSummary> {
      return (await begun()).finish();
    },
    async abort(): Promise<void> {
      const bundle = await writing?.catch(() => null);
      kept = (await bundle?.abort({ keep: keepBrokenOff })) ?? false;
    },
  };
}
