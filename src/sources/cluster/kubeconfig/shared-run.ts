interface Running<Result> {
  readonly result: Promise<Result>;
  readonly controller: AbortController;
  waiting: number;
}

/** Work that several may wait for at once and that runs once: whoever comes while it runs joins in. */
export class SharedRun<Result> {
  readonly #work: (signal: AbortSignal) => Promise<Result>;
  #running: Running<Result> | null = null;

  constructor(work: (signal: AbortSignal) => Promise<Result>) {
    this.#work = work;
  }

  /** An abort throws the signal's reason at once; the work itself is aborted when nobody waits for it any more. */
  async join(signal: AbortSignal): Promise<Result> {
    signal.throwIfAborted();
    const running = this.#running ?? this.#start();
    running.waiting += 1;
    let leave: (() => void) | undefined;
    try {
      const left = new Promise<never>((_resolve, reject) => {
        leave = () => reject(signal.reason);
        signal.addEventListener('abort', leave, { once: true });
      });
      return await Promise.race([running.result, left]);
    } finally {
      if (leave !== undefined) signal.removeEventListener('abort', leave);
      running.waiting -= 1;
      if (running.waiting === 0) this.#forsake(running);
    }
  }

  #start(): Running<Result> {
    const controller = new AbortController();
    const running = { result: this.#work(controller.signal), controller, waiting: 0 };
    const done = (): void => {
      if (this.#running === running) this.#running = null;
    };
    running.result.then(done, done);
    this.#running = running;
    return running;
  }

  /** Of a run that is over, this does nothing. */
  #forsake(running: Running<Result>): void {
    if (this.#running === running) this.#running = null;
    running.controller.abort();
  }
}
