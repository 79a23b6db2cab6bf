/** So many watches at once and no more: each holds a connection. */
export class WatchPlaces {
  #left: number;

  constructor(places: number) {
    this.#left = places;
  }

  /** False where there is none. */
  take(): boolean {
    if (this.#left <= 0) return false;
    this.#left--;
    return true;
  }

  give(): void {
    this.#left++;
  }
}
