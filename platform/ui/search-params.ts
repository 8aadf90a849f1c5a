/** The address bar holds exactly the query that the API takes: `?filter[state]=new,assigned&sort=-createdAt`. */
export type Query = Readonly<Record<string, string>>;

export function parseQuery(text: string): Query {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Readable: brackets, commas and colons stay as they are. */
export function writeQuery(query: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(query).flatMap(([key, value]) =>
    isPlain(value) && value !== '' ? [`${plain(key)}=${plain(String(value))}`] : [],
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
const plain = (text: string) =>
  encodeURIComponent(text).replace(/%(5B|5D|2C|3A|20)/g, (found) =>
    found === '%20' ? '+' : decodeURIComponent(found),
  );
