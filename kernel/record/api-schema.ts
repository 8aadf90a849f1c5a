import { z } from 'zod';
import { allFields, perType, type RecordType } from './record.ts';

/** The API's schemas, made from the same fields that validate: what a record looks like, what an action takes. */
export const rowSchema = perType((type): z.ZodType => {
  const own = Object.entries(allFields(type)).map(([key, field]) => [key, field.schema.nullable()]);
  return z.object({
    id: z.uuid(),
    type: z.literal(type.type),
    number: z.string(),
    state: z.enum(Object.keys(type.process.states) as [string, ...string[]]),
    version: z.int(),
    nextDue: z.iso.datetime().nullable(),
    occurredAt: z.iso.datetime(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
    createdBy: z.uuid().nullable(),
    source: z.string().nullable(),
    sourceRef: z.string().nullable(),
    custom: z.record(z.string(), z.unknown()).nullable(),
    ...(Object.fromEntries(own) as Record<string, z.ZodType>),
  });
});

const reference = z.object({ type: z.string(), number: z.string(), title: z.string(), state: z.string() });
export const refsSchema = z.record(z.uuid(), reference);
export const pageSchema = (type: RecordType) =>
  z.object({ items: z.array(rowSchema(type)), refs: refsSchema, nextCursor: z.string().nullable() });
