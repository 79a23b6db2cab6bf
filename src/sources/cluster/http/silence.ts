/** Aborts a request when nothing was heard for too long, or when the capture is told to stop. */
export class Silence {
  readonly #controller = new AbortController();
  readonly #milliseconds: number;
  readonly #outer: AbortSignal;
  readonly #stop = (): void => this.#controller.abort(this.#outer.reason);
  #timer: NodeJS.Timeout;
  #heardAt = performance.now();
  #waiting = true;
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

  /** While what came is being taken, the silence is ours. */
  pause(): void {
    this.#waiting = false;
  }

  resume(): void {
    this.#waiting = true;
    this.heard();
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
