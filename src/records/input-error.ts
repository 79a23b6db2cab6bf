/** What makes an input unreadable as a whole, or an output impossible to write. Its message names the file and says what to do; the command line exits with 1. */
export type InputErrorCode =
  | 'NOT_FOUND'
  | 'UNREADABLE'
  | 'UNWRITABLE'
  | 'EMPTY'
  | 'UNKNOWN_FORMAT'
  | 'UNSUPPORTED_FORMAT'
  | 'NEWER_FORMAT'
  | 'DAMAGED'
  | 'NO_OBJECTS'
  | 'SEVERAL_CLUSTERS'
  | 'NO_SQLITE'
  | 'LIMIT_ENTRIES'
  | 'LIMIT_BYTES'
  | 'LIMIT_COMPRESSION_RATIO';

export class InputError extends Error {
  readonly code: InputErrorCode;
  constructor(code: InputErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'InputError';
    this.code = code;
  }
}
