/** Rows of containers. Most questions ask for the first columns, of thousands; the others are read for all at once when one of them is asked for. */
import type { ContainerRow } from '../reader.ts';

export const CONTAINERS = `
SELECT c.pod, c.ordinal, c.name, c.type, c.image, c.state, c.reason, c.ready, c.restarts FROM json_each(?) i CROSS JOIN container c ON c.pod = i.value`;

export type ContainerColumns = [
  pod: number,
  ordinal: number,
  name: string,
  type: ContainerRow['type'],
  image: string | null,
  state: ContainerRow['state'],
  reason: string | null,
  ready: number | null,
  restarts: number | null,
];

const REST = `
SELECT c.pod, c.ordinal, c.image_id, c.message, c.exit_code, c.signal, c.started_at, c.finished_at,
  c.last_reason, c.last_message, c.last_exit_code, c.last_signal, c.last_started_at, c.last_finished_at
FROM json_each(?) i CROSS JOIN container c ON c.pod = i.value`;

type Int = number | null;
type Text = string | null;
type RestColumns = [number, number, Text, Text, Int, Int, Int, Int, Text, Text, Int, Int, Int, Int];

/** What the rows that were read together lack. */
export class RestOfContainers {
  readonly #read: (sql: string) => readonly RestColumns[];
  #rows: ReadonlyMap<string, RestColumns> | null = null;

  /** `read` gives the rows of the statement for the same pods. */
  constructor(read: (sql: string) => readonly RestColumns[]) {
    this.#read = read;
  }

  of(pod: number, ordinal: number): RestColumns {
    this.#rows ??= new Map(this.#read(REST).map((columns) => [`${columns[0]} ${columns[1]}`, columns]));
    return this.#rows.get(`${pod} ${ordinal}`) ?? [pod, ordinal, ...NOTHING];
  }
}

const NOTHING = [null, null, null, null, null, null, null, null, null, null, null, null] as const;

export function containerRow(columns: ContainerColumns, rest: RestOfContainers): ContainerRow {
  return new StoredContainer(columns, rest);
}

class StoredContainer implements ContainerRow {
  readonly pod: number;
  readonly name: string;
  readonly type: ContainerRow['type'];
  readonly image: string | null;
  readonly state: ContainerRow['state'];
  readonly reason: string | null;
  readonly ready: boolean | null;
  readonly restarts: number | null;
  readonly #ordinal: number;
  readonly #rest: RestOfContainers;

  constructor(columns: ContainerColumns, rest: RestOfContainers) {
    this.pod = columns[0];
    this.#ordinal = columns[1];
    this.name = columns[2];
    this.type = columns[3];
    this.image = columns[4];
    this.state = columns[5];
    this.reason = columns[6];
    this.ready = columns[7] === null ? null : columns[7] === 1;
    this.restarts = columns[8];
    this.#rest = rest;
  }

  get #columns(): RestColumns {
    return this.#rest.of(this.pod, this.#ordinal);
  }

  get imageID(): string | null {
    return this.#columns[2];
  }

  get message(): string | null {
    return this.#columns[3];
  }

  get exitCode(): number | null {
    return this.#columns[4];
  }

  get signal(): number | null {
    return this.#columns[5];
  }

  get startedAt(): number | null {
    return this.#columns[6];
  }

  get finishedAt(): number | null {
    return this.#columns[7];
  }

  get lastReason(): string | null {
    return this.#columns[8];
  }

  get lastMessage(): string | null {
    return this.#columns[9];
  }

  get lastExitCode(): number | null {
    return this.#columns[10];
  }

  get lastSignal(): number | null {
    return this.#columns[11];
  }

  get lastStartedAt(): number | null {
    return this.#columns[12];
  }

  get lastFinishedAt(): number | null {
    return this.#columns[13];
  }
}
