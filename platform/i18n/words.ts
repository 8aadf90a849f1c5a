/** The languages every word exists in. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];
export const isLanguage = (text: unknown): text is Language => languages.some((l) => l === text);

/** Words that a record type of the same name must not take: `problem.*` are those of refusals (RFC 9457). */
const reserved = new Set(['problem']);

/** Under which key the words of a record type stand: `service-request` has `service_request.*`. */
export const wordRoot = (type: string) => (reserved.has(type) ? `${type}_record` : type.replaceAll('-', '_'));

/** Nested words of one language; leaves may hold `{{params}}`. */
export type Words = { readonly [key: string]: string | Words };

/** `zh satisfies Same<typeof en>`: a key that is missing or too many in one language does not compile. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

type Singular<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;

/** The dotted keys of a dictionary, with a plural's `_one` and `_other` folded into one key. */
export type Path<T> = {
  [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}.${Path<T[K]>}`;
}[keyof T & string];

/** One dictionary from many: later ones add to earlier ones. */
export function merge(...dictionaries: readonly Words[]): Words {
  const merged: Record<string, string | Words> = {};
  for (const words of dictionaries) {
    for (const [key, value] of Object.entries(words)) {
      const before = merged[key];
      merged[key] = typeof value === 'object' && typeof before === 'object' ? merge(before, value) : value;
    }
  }
  return merged;
}
