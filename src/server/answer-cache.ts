/**
 * Answers as text, by what was asked. A snapshot never changes, so an answer stays right; what is kept longest without being asked for
 * goes first.
 */
import { LRUCache } from 'lru-cache';

export interface Question {
  /** null: whichever the server's default is. */
  readonly snapshot: string | null;
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: unknown;
}

export interface AnswerCache {
  get(question: Question): string | undefined;
  keep(question: Question, text: string): void;
}

/** Holds questions and answers of that many characters together; with 0 nothing is kept. */
export function createAnswerCache(maxCharacters: number): AnswerCache {
  if (maxCharacters === 0) return { get: () => undefined, keep: () => undefined };
  const answers = new LRUCache<string, string>({
    maxSize: maxCharacters,
    sizeCalculation: (text, key) => text.length + key.length,
  });
  return {
    get(question) {
      const key = keyOf(question);
      return key === null ? undefined : answers.get(key);
    },
    keep(question, text) {
      const key = keyOf(question);
      if (key !== null) answers.set(key, text);
    },
  };
}

/** null where variables are nested too deep to be written: running them says so. */
function keyOf({ snapshot, query, operationName, variables }: Question): string | null {
  try {
    return JSON.stringify([snapshot, operationName, variables ?? null, query]);
  } catch {
    return null;
  }
}
