/** A fixture, imported into a folder of its own and asked through GraphQL. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi } from '../../src/api/create-api.ts';
import { importCached } from '../../src/store/cache.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';

export interface Asked {
  /** The answer's data; throws where the answer holds errors. */
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  close(): void;
}

export async function askFixture(options: { location: string; complete?: boolean }): Promise<Asked> {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-truth-'));
  const { snapshots } = await importCached({ ...options, cacheFolder: folder, signal: new AbortController().signal });
  const [snapshot] = snapshots;
  if (snapshot === undefined) throw new Error(`${options.location} yields no snapshot`);
  const reader = openSnapshot(snapshot.path);
  const api = createApi({ snapshots: [reader], limits: { listRows: 1_000_000, rows: 10_000_000 } });
  return {
    ask: async <Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> => {
      const answer = await api.execute({ query, variables });
      if (answer.errors !== undefined) throw new Error(answer.errors.map((error) => error.message).join('\n'));
      return JSON.parse(JSON.stringify(answer.data)) as Data;
    },
    close: () => {
      reader.close();
      rmSync(folder, { recursive: true });
    },
  };
}
