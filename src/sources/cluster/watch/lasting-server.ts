import { ApiServer, type ApiServerSettings } from '../http/api-server.ts';

/** The API server, however often it goes and comes back: one that answers nothing any more is given up, and the next question is asked anew. */
export class LastingServer {
  readonly #settings: Omit<ApiServerSettings, 'onLost'>;
  #server: ApiServer | null = null;

  constructor(settings: Omit<ApiServerSettings, 'onLost'>) {
    this.#settings = settings;
  }

  get current(): ApiServer {
    this.#server ??= this.#open();
    return this.#server;
  }

  #open(): ApiServer {
    const server: ApiServer = new ApiServer({
      ...this.#settings,
      onLost: () => {
        if (this.#server === server) this.#server = null;
      },
    });
    return server;
  }
}
