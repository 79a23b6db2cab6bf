/** When it was gathered: the files `timestamp`, each of two lines as Go prints a time, `2021-08-03 12:11:56.91501602 +0200 CEST m=+1.65`. */
import { parseTime } from '../../kube/time.ts';

const GO_TIME = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))? ([+-]\d{2})(\d{2})\b/;

/** From the first to the last of all. Epoch ms; null where nothing says it. */
export class GatheringTimes {
  from: number | null = null;
  to: number | null = null;

  add(text: string): void {
    for (const line of text.split('\n', 10)) {
      const time = goTime(line.trim());
      if (time === null) continue;
      this.from = Math.min(time, this.from ?? time);
      this.to = Math.max(time, this.to ?? time);
    }
  }
}

function goTime(line: string): number | null {
  const match = GO_TIME.exec(line);
  if (match === null) return null;
  const [, day, clock, fraction = '', hours, minutes] = match;
  return parseTime(`${day}T${clock}${fraction === '' ? '' : `.${fraction}`}${hours}:${minutes}`);
}
