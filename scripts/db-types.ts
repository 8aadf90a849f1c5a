// Writes db/schema.ts, the row types, from a freshly migrated database. With --check it only tells whether the file
// is current. Usage: npm run db:types
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startTestCluster, testSchema, withDatabase } from '../platform/testing/cluster.ts';

type Column = {
  table: string;
  view: boolean;
  column: string;
  type: string;
  element: string | null;
  labels: string[] | null;
  nullable: boolean;
  filled: boolean;
  always: boolean;
};

const file = join(import.meta.dirname, '../db/schema.ts');

const header = `// Made by "npm run db:types" from db/migrations. Do not edit: change the migrations and run it again.
import type { ColumnType } from 'kysely';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
`;

/** Written only where a column needs them. */
const helpers: Record<string, string> = {
  JsonColumn: `/** Read as a value, written as text: see json() in platform/db/db.ts. */
type JsonColumn = ColumnType<Json, string, string>;`,
  Numeric: `/** Read as text, so that no digit is lost. */
type Numeric = ColumnType<string, string | number, string | number>;`,
  Filled: `/** The database has a value for it when none is given. */
type Filled<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;`,
  Computed: `/** The database alone writes it. */
type Computed<T> = ColumnType<T, never, never>;`,
};

const columns = `
  select c.relname as table, c.relkind in ('v', 'm') as view, a.attname as column,
         t.typname as type, e.typname as element,
         (select array_agg(enumlabel::text order by enumsortorder) from pg_enum
           where enumtypid = coalesce(e.oid, t.oid)) as labels,
         not a.attnotnull as nullable,
         a.atthasdef or a.attidentity <> '' as filled,
         a.attgenerated <> '' or a.attidentity = 'a' as always
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join (select oid, case typtype when 'd' then typbasetype else oid end as base from pg_type) d on d.oid = a.atttypid
    join pg_type t on t.oid = d.base
    left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
   where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
     and a.attnum > 0 and not a.attisdropped
   order by c.relname, a.attnum`;

const scalars: Record<string, string> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'Numeric',
  json: 'JsonColumn',
  jsonb: 'JsonColumn',
  bytea: 'Buffer',
};

/** Inside an array there is one type for reading and writing. */
const inArray: Record<string, string> = { Numeric: 'string', JsonColumn: 'Json' };

function typeOf({ type, element, labels, nullable, filled, always, view }: Column): string {
  const scalar = labels?.map((label) => `'${label}'`).join(' | ') ?? scalars[element ?? type] ?? 'string';
  const item = inArray[scalar] ?? scalar;
  const whole = element ? `readonly ${labels ? `(${item})` : item}[]` : scalar;
  const full = nullable || view ? `${whole} | null` : whole;
  if (always || view) return `Computed<${full}>`;
  return filled ? `Filled<${full}>` : full;
}

async function generate(): Promise<string> {
  const cluster = await startTestCluster();
  try {
    const client = new pg.Client({ connectionString: withDatabase(cluster.ownerUrl, cluster.template) });
    await client.connect();
    const { rows } = await client.query<Column>(columns, [testSchema]);
    await client.end();
    const tables = Map.groupBy(rows, (row) => row.table);
    const body = [...tables].map(([table, list]) => {
      const fields = list.map((row) => `    ${row.column}: ${typeOf(row)};`);
      return `  ${table}: {\n${fields.join('\n')}\n  };`;
    });
    const used = Object.keys(helpers).filter((name) => new RegExp(`\\b${name}\\b`).test(body.join('')));
    return [
      header,
      ...used.map((name) => `${helpers[name]}\n`),
      `\nexport type DB = {\n${body.join('\n')}\n};\n`,
    ].join('');
  } finally {
    await cluster.stop();
  }
}

const wanted = await generate();
if (!process.argv.includes('--check')) writeFileSync(file, wanted);
else if (readFileSync(file, 'utf8') !== wanted) {
  console.error('db/schema.ts is not what the migrations say; run: npm run db:types');
  process.exitCode = 1;
}
