import fc from 'fast-check';

/** The part of JSON Schema that our own schemas use. */
export type Shape = {
  readonly type?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
};

const loneSurrogate = '\ud800';
const injection = `'; drop table record; --`;

/** What people, broken programs and attackers put into a text. */
const strings = [
  '', ' ', '\0', 'a\0b', loneSurrogate, `a${loneSurrogate}b`, '\ufffe', '\u202e', '👩‍👩‍👧‍👦🇨🇳', '守约', 'é'.repeat(300), injection,
  `" or ""="`, '<script>alert(1)</script>', '{{7*7}}', '$t(problem.field)', '@role.user', '$1', '%', '%s%n', '../../../etc/passwd', 'null', 'undefined', '[object Object]', 'NaN',
  'true', '-1', '1e309', '0x10', '9'.repeat(400), 'x'.repeat(25_000), '2026-02-30', '2026-02-30T00:00:00Z', '2026-13-01', '0000-01-01',
  '0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59', '+275760-09-13T00:00:00Z', '275760-09-13', '-000001-01-01T00:00:00Z', '1900-01-01T00:00:00Z', '2026-01-01T00:00:00+99:99',
  '2026-01-01T24:00:00Z', '2016-12-31T23:59:60Z', '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '019a0000-0000-7000-8000-00000000000g',
  'INC-000001', 'me', 'none', '*', '..', '2026-01-01..', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'Asia/Beijing', '+08:00', 'UTC\0',
] as const; // prettier-ignore

const numbers = [
  0, -0, -1, 1, 0.5, 5, 1e9, 2_147_483_648, -2_147_483_649, 9_007_199_254_740_994, 1e21, 1e308, -1e308,
  5e-324,
];

export const nest = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Anything a JSON body can hold where something else was expected. */
export const nasty: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<unknown>(...strings) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...numbers) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      false,
      [],
      {},
      [null],
      [[]],
      [{}],
      ['x'],
      { $ne: 1 },
      { length: 3 },
      JSON.parse(nest(200)),
      JSON.parse('{"__proto__":{"a":1}}'),
      { constructor: { prototype: {} } },
      Array.from({ length: 2001 }, () => '019a0000-0000-7000-8000-000000000000'),
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

export const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom<string>(...strings),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** Bodies that are no JSON object, or JSON that a parser should not trust. */
export const nastyBodies: fc.Arbitrary<string> = fc.constantFrom(
  '', ' ', '{', '{"title":', '[]', 'null', 'true', '1', '"x"', '\0', '{}{}', '{"a":1e999}', '{"title":"\\ud800"}', '{"title":"\\u0000"}', '\ufeff{}',
  '{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"x":1}}}', '{"title":"a","title":"b"}', nest(5000), `{"a":`.repeat(3000), `{"title":"${'x'.repeat(1_100_000)}"}`,
); // prettier-ignore

/** A value that fits the schema; ids are taken from `idsFor`, which knows what a field points to. */
export function fitting(
  shape: Shape,
  name: string,
  idsFor: (field: string) => readonly string[],
): fc.Arbitrary<unknown> {
  const inside = (s: Shape, n = name) => fitting(s, n, idsFor);
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((s) => inside(s)));
  switch (shape.type) {
    case 'object':
      return object(shape, idsFor);
    case 'array':
      return fc.array(inside(shape.items ?? {}), { maxLength: 2 });
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(shape.minimum ?? 0, -1e9),
        max: Math.min(shape.maximum ?? 100, 2_147_483_647),
      });
    case 'null':
      return fc.constant(null);
    case 'string':
      return text(shape, name, idsFor);
    default:
      return fc.constant({});
  }
}

function text(
  shape: Shape,
  name: string,
  idsFor: (field: string) => readonly string[],
): fc.Arbitrary<string> {
  switch (shape.format) {
    case 'uuid':
      return fc.constantFrom(...idsFor(name));
    case 'date-time':
      return fc.constantFrom('2026-02-28T08:00:00Z', '2026-03-01T09:00:00+08:00');
    case 'date':
      return fc.constantFrom('2026-03-01', '2028-02-29');
    case 'email':
      return fc.uuid().map((id) => `${id}@example.org`);
    default:
      return fc
        .constantFrom('Printer', '打印机', 'Asia/Shanghai', 'correct horse battery', '2026-10-01')
        .map((t) => t.slice(0, shape.maxLength));
  }
}

function object(
  { properties = {}, required = [] }: Shape,
  idsFor: (field: string) => readonly string[],
): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(properties).map(([key, of]) => [key, fitting(of, key, idsFor)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
}

/** A fitting body of which a field or two are replaced, dropped or joined by ones that nobody knows. */
export function mutated(
  shape: Shape,
  idsFor: (field: string) => readonly string[],
): fc.Arbitrary<Record<string, unknown>> {
  const keys = [
    ...Object.keys(shape.properties ?? {}),
    'id',
    'version',
    'unknown',
    '__proto__',
    'constructor',
    'custom',
  ];
  const change = fc.tuple(
    fc.constantFrom(...keys),
    fc.oneof({ weight: 4, arbitrary: nasty }, { weight: 1, arbitrary: fc.constant(undefined) }),
  );
  const changes = fc.oneof(fc.constant([]), fc.array(change, { minLength: 1, maxLength: 2 }));
  return fc.tuple(object(shape, idsFor), changes).map(([body, changes]) => {
    const changed = { ...body };
    // defineProperty: an assignment to __proto__ would set the prototype instead of a key.
    for (const [key, value] of changes)
      Object.defineProperty(changed, key, { value, enumerable: true, configurable: true, writable: true });
    return changed;
  });
}
