/** What a question to the Reader may fail with, beside a damaged file. */

/** Thrown by a Meter. `limit` is the setting's name. */
export class LimitError extends Error {
  readonly code: 'LIMIT_ROWS' | 'LIMIT_BYTES' | 'LIMIT_TIME';
  readonly limit: number;
  readonly value: number;
  readonly setting: string;
  constructor(options: { code: LimitError['code']; limit: number; value: number; setting: string; message: string }) {
    super(options.message);
    this.name = 'LimitError';
    this.code = options.code;
    this.limit = options.limit;
    this.value = options.value;
    this.setting = options.setting;
  }
}

/** Thrown for a cursor that the list asked did not make. */
export class CursorError extends Error {
  readonly cursor: string;
  constructor(cursor: string) {
    super(`"${cursor.slice(0, 60)}" is no cursor of this list: take one from an edge or from pageInfo, and keep the order as it was.`);
    this.name = 'CursorError';
    this.cursor = cursor;
  }
}
