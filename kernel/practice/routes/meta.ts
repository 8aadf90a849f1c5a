import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { seesType } from '../../access/access.ts';
import type { Actor } from '../../access/actor.ts';
import { query, route } from '../../../platform/http/route.ts';
import { onConnection } from '../../../platform/db/tx.ts';
import type { FieldMeta } from '../../record/field.ts';
import type { Action } from '../../process/process.ts';
import { processOf, rolesFor } from '../../process/refusal.ts';
import type { BaseRecord } from '../../record/base.ts';
import { allFields, type RecordType } from '../../record/record.ts';
import { isStaff, universalActions } from '../../record/universal.ts';
import { proposalsOf, toldFields } from '../../proposal/proposal.ts';
import { search } from '../../search/search.ts';
import { customMeta } from '../../custom-field/describe.ts';
import { actorOf } from '../caller.ts';
import type { House } from '../house.ts';
import type { WordsFor } from './records.ts';

/** What the pages must know of every record type, and the search across them. */
export function metaRoutes(app: FastifyInstance, house: House, _words: WordsFor): void {
  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/meta',
      id: 'meta',
      tag: 'meta',
      summary: 'Record types with their fields, states and actions',
    },
    async (request) => {
      const actor = await actorOf(house, request, 'meta', 'read');
      const held = new Set(actor.holdings.map((h) => h.role));
      const types = house.practices.flatMap((practice) =>
        practice.records.map((type) => ({
          ...describe(type, customMeta(house.reference, type, actor)),
          practice: practice.name,
          visible: seesType(type.access, actor, type.type),
          create: {
            ...customMeta(house.reference, type, actor).asked('create', takes(processOf(type).create)),
            allowed: rolesFor(type, processOf(type).create).some((r) => held.has(r)),
          },
          ...describeProposals(house, type, actor),
          measures: house.measures.filter((m) => m.recordType === type.type).map((m) => m.key),
        })),
      );
      const roles = [...new Set(house.practices.flatMap((p) => p.roles))];
      return { types, roles, zones: Intl.supportedValuesOf('timeZone') };
    },
  );

  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/search',
      id: 'search',
      tag: 'search',
      summary: 'Search across record types',
      query: z.object({
        q: z.string(),
        type: z.string().optional(),
        limit: z.coerce.number().int().min(1).max(50).optional(),
      }),
    },
    async (request) => {
      const actor = await actorOf(house, request, 'search', 'read');
      const { q = '', type, limit = '20' } = query(request);
      const wanted = Math.min(Math.max(Number.parseInt(limit, 10) || 20, 1), 50);
      const items = await onConnection(house.pool, (tx) =>
        search(tx, house, actor, q, { type, limit: wanted }),
      );
      return { items: items.map((item) => ({ ...item, plural: house.types.get(item.type)?.plural })) };
    },
  );
}

/** Whoever reports gets no proposals: they would tell how the organisation works inside. */
function describeProposals(house: House, type: RecordType, actor: Actor) {
  const source = proposalsOf(house).find((s) => s.recordType === type.type);
  if (!source || !isStaff(actor)) return {};
  const targets = source.targets.map(({ name, fields }) => ({ name, fields }));
  return { proposals: { targets, told: toldFields(source) } };
}

function describe(type: RecordType, custom: ReturnType<typeof customMeta>) {
  const process = processOf(type);
  return {
    type: type.type,
    plural: type.plural,
    prefix: type.prefix,
    fields: [
      ...Object.entries(allFields(type)).map(([key, { about }]) => ({ key, ...about })),
      ...custom.fields,
    ],
    list: [...type.list, ...custom.list],
    states: Object.entries(process.states).map(([key, phase]) => ({ key, phase })),
    initial: process.initial,
    actions: Object.entries({ edit: process.edit, ...process.transitions, ...universalActions(type) }).map(
      ([name, action]) => ({
        name,
        from: action.from,
        to: action.to ?? null,
        ...custom.asked(name, takes(action)),
      }),
    ),
    clocks: Object.keys(process.clocks),
  };
}

const takes = (action: Omit<Action<BaseRecord>, 'from'>) => ({
  fields: action.fields ?? [],
  required: [...(action.required ?? []), ...(action.requires ?? [])],
  input: Object.entries(action.input ?? {}).map(([key, schema]) => ({
    key,
    ...about(schema),
    required: !schema.safeParse(undefined).success,
  })),
  options: action.options ?? {},
  comment: action.comment ?? null,
  secondPerson: action.secondPerson !== undefined,
  ...(action.reversible ? { reversible: true } : {}),
});

/** The kind of an action's own input, read from its schema. */
function about(schema: z.ZodType): FieldMeta {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  if (json.enum)
    return {
      kind: 'choice',
      options: json.enum.filter((o) => typeof o === 'string' || typeof o === 'number'),
    };
  if (json.type === 'boolean') return { kind: 'boolean' };
  if (json.type === 'integer' || json.type === 'number') return { kind: 'integer' };
  if (json.format === 'date-time') return { kind: 'instant' };
  if (json.format === 'date') return { kind: 'date' };
  if (json.format === 'uuid') return { kind: 'reference', to: [] };
  return { kind: (json.maxLength ?? 0) > 300 ? 'longtext' : json.type === 'string' ? 'text' : 'structure' };
}
