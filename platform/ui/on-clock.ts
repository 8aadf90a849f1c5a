const moment = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

let zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** Set by the frame of the pages, as soon as it knows whose they are. */
export const keepTime = (next: string): void => {
  zone = next;
};

/** The server's sentences name moments in UTC, as its documents do; people read them on their own clock. */
export function onClock(sentence: string, language: string): string {
  return sentence.replaceAll(moment, (iso) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(iso),
    ),
  );
}
