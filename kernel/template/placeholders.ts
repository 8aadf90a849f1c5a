/** What an answer template may name; it becomes the record's own words when it is inserted. */
export const placeholders = [
  'requester.name',
  'record.number',
  'record.title',
  'service.title',
  'team.title',
  'customer.title',
  'owner.name',
  'me.name',
] as const;
export type Placeholder = (typeof placeholders)[number];
export type Known = Readonly<Partial<Record<Placeholder, string>>>;

const form = /\{\{\s*([^{}]*?)\s*\}\}/g;
const isPlaceholder = (name: string): name is Placeholder => placeholders.some((p) => p === name);

/** Names in double braces that mean nothing here. */
export const unknownIn = (body: string): string[] => [
  ...new Set([...body.matchAll(form)].map(([, name = '']) => name).filter((name) => !isPlaceholder(name))),
];

/**
 * The text with what is known put in. What this record lacks (nobody reported it, no service) stays in its braces and
 * is told, so that no answer goes out to “Dear ,”.
 */
export function render(body: string, known: Known): { text: string; missing: string[] } {
  const missing = new Set<string>();
  const text = body.replaceAll(form, (whole, name: string) => {
    const value = isPlaceholder(name) ? known[name] : undefined;
    if (value === undefined) missing.add(name);
    return value ?? whole;
  });
  return { text, missing: [...missing] };
}
