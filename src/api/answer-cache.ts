/** Answers that were given before: a snapshot never changes, so neither does what it answers. */
import type { ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { ApiRequest } from './api-request.ts';

/** Bytes that kept answers may take, as they are weighed; what was not asked for longest goes first. */
const MOST_BYTES = 64 * 1024 * 1024;
/** A larger answer is not kept. */
const LARGEST = 8 * 1024 * 1024;
/** What an object of an answer weighs beside its text. */
const OBJECT_BYTES = 200;

export interface AnswerCache {
  /** null for a question that cannot be answered from here. */
  keyOf(request: ApiRequest): string | null;
  get(key: string): ExecutionResult | undefined;
  /** Errors are not kept: a limit of time may not be met the next time. */
  keep(key: string, result: ExecutionResult, weight: { readonly objects: number; readonly text: number }): void;
}

export function createAnswerCache(): AnswerCache {
  const answers = new LRUCache<string, ExecutionResult>({ maxSize: MOST_BYTES, maxEntrySize: LARGEST });
  return {
    keyOf(request) {
      // What it costs is measured, not remembered; what the schema says of itself is large and not weighed.
      return request.cost === true || /__(schema|type)\b/.test(request.query) ? null : textOf(request);
    },
    get: (key) => answers.get(key),
    keep(key, result, { objects, text }) {
      if (result.errors !== undefined) return;
      answers.set(key, result, { size: key.length + text + objects * OBJECT_BYTES + 1 });
    },
  };
}

function textOf({ query, variables, operationName, snapshot }: ApiRequest): string | null {
  try {
    return JSON.stringify([query, variables ?? {}, operationName ?? null, snapshot ?? null]);
  } catch {
    // Variables nested too deep to be written: running them says so.
    return null;
  }
}
