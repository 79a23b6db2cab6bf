/** Aborts a request when nothing was heard for too long, or when the capture is told to stop. */
export class Silence {
  readonly #controller = new AbortController();
  #milliseconds: number;
  readonly #outer: AbortSignal;
  readonly #stop = (): void => this.#controller.abort(this.#outer.reason);
  #timer: NodeJS.Timeout;
  #heardAt = 0;
  /** For the server; while what came is being taken, or nothing was asked yet, the silence is ours. */
  #waiting = false;
  /** It was the silence that ended the request. */
  broken = false;

  constructor(options: { readonly milliseconds: number; readonly signal: AbortSignal }) {
    this.#milliseconds = options.milliseconds;
    this.#outer = options.signal;
    this.#outer.addEventListener('abort', this.#stop, { once: true });
    this.#timer = setTimeout(() => this.#check(), options.milliseconds);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  heard(): void {
    this.#heardAt = performance.now();
  }

  /** From now on it is the server's turn. */
  listen(): void {
    this.#waiting = true;
    this.heard();
  }

  /** From now on so many milliseconds are too long. */
  allow(milliseconds: number): void {
    this.#milliseconds = milliseconds;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), milliseconds);
  }

  pause(): void {
    this.#waiting = false;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener('abort', this.#stop);
  }

  /** A timer for each chunk would cost more than the chunk: the one timer looks how long it has been. */
  #check(): void {
    const left = this.#waiting ? this.#milliseconds - (performance.now() - this.#heardAt) : this.#milliseconds;
    if (left > 0) {
      this.#timer = setTimeout(() => this.#check(), left);
      return;
    }
    this.broken = true;
    this.#controller.abort();
  }
}
