/** How forms, filters and refusals call a custom field beside the type's own: `custom.cost_centre`. */
export const customPrefix = 'custom.';

type Input = Readonly<Record<string, unknown>>;

/** `{ 'custom.cost_centre': '4711' }` → `{ custom: { cost_centre: '4711' } }`, the rest as it is. */
export function nested(flat: Input): Input {
  const own = Object.entries(flat).filter(([key]) => !key.startsWith(customPrefix));
  const custom = Object.entries(flat).flatMap(([key, value]) =>
    key.startsWith(customPrefix) ? [[key.slice(customPrefix.length), value] as const] : [],
  );
  return Object.fromEntries(custom.length === 0 ? own : [...own, ['custom', Object.fromEntries(custom)]]);
}
