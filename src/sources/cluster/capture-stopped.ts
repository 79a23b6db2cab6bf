/** Why a capture ended before its end. */
export class CaptureStopped extends Error {
  override readonly name = 'CaptureStopped';
}
