import { z } from 'zod';
import { each, staff } from '../../kernel/access/roles.ts';
import { defineProcess, no, type Context, type Rule } from '../../kernel/process/process.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { keepers } from './ci.access.ts';
import { fields, type Feed } from './feed.fields.ts';
import { allowedHosts, urlRefused } from './feed.hosts.ts';
import { targetsRefused } from './feed.mapping.ts';
import { ciClasses } from './class.snapshot.ts';

type Of = Rule<Feed>;
const given = ['title', 'ownerId', ...Object.keys(fields)].filter(
  (key) => !['hasSecret', 'lastRunAt', 'lastResult', 'nextRunAt'].includes(key),
);

const addressesAreSafe: Of = (_feed, _actor, { input, settings }) => {
  const { hosts } = settings.get(allowedHosts).value;
  for (const key of ['url', 'relationsUrl'] as const) {
    const url = input[key];
    const refused = typeof url === 'string' ? urlRefused(url, hosts) : undefined;
    if (refused) return { ...refused, field: key };
  }
  return undefined;
};

/** What is fetched has an address; what is fetched by itself has a rhythm. */
const httpHasAddress: Of = (feed, _actor, { input }) => {
  const after = { ...feed, ...input } as Feed;
  if (after.transport === 'http' && after.url === null) return no('feed.needs_url', {}, 'url');
  return after.transport === 'upload' && after.everyHours !== null
    ? no('feed.uploads_have_no_rhythm', {}, 'everyHours')
    : undefined;
};
const headerIsPlain: Of = (_feed, _actor, { input }) =>
  typeof input['headerName'] === 'string' &&
  (!/^[\w-]+$/.test(input['headerName']) || /^(?:host|content-length|transfer-encoding|connection)$/i.test(input['headerName']))
    ? no('feed.bad_header', {}, 'headerName')
    : undefined; // prettier-ignore
const mappingIsKnown: Of = (_feed, _actor, { input, facts }) =>
  targetsRefused(input['mapping'], facts['classes'] as Parameters<typeof targetsRefused>[1]);

const checks = [httpHasAddress, addressesAreSafe, headerIsPlain, mappingIsKnown];

/** A feed that is fetched by itself runs at once when it is put to work, then in its rhythm. */
const planned = (feed: Feed, _actor: unknown, { at, input }: Context): Partial<Feed> => {
  const { transport, everyHours } = { ...feed, ...input } as Feed;
  const runs = transport === 'http' && everyHours !== null;
  return { nextRunAt: runs ? (feed.nextRunAt ?? new Date(at).toISOString()) : null };
};
const knowing = {
  facts: async (work: Work) => ({ classes: work.house.reference.get(ciClasses) }),
} as const;

export const feed = defineRecord({
  type: 'feed',
  plural: 'feeds',
  prefix: 'FEED',
  fields,
  base: ['title', 'ownerId'],
  search: ['origin'],
  list: ['number', 'title', 'origin', 'transport', 'state', 'lastRunAt', 'lastResult', 'nextRunAt', 'ownerId'],
  process: defineProcess<Feed>()({
    states: { active: 'active', paused: 'waiting', retired: 'closed' },
    initial: 'active',
    create: { by: keepers, fields: given, required: ['title', 'origin', 'ownerId'], ...knowing, factsLockNothing: true, checks, set: planned },
    edit: {
      from: ['active', 'paused'],
      by: keepers,
      // Under its source items are known; another one would be another feed.
      fields: given.filter((key) => key !== 'origin'),
      required: ['title', 'ownerId'],
      ...knowing,
      checks,
      set: planned,
    },
    transitions: {
      pause: { from: ['active'], to: 'paused', by: keepers, requires: ['reason'] },
      resume: { from: ['paused'], to: 'active', by: keepers, set: planned },
      retire: { from: ['active', 'paused'], to: 'retired', by: keepers, requires: ['reason'], set: () => ({ nextRunAt: null }) },
      /** Only together with the secret itself, which is no field (`feed.api.ts`). */
      secret_kept: { from: ['active', 'paused'], by: ['system'], input: { kept: z.boolean() }, set: (_feed, _actor, { input }) => ({ hasSecret: input['kept'] === true }) },
      /** A run has ended. */
      ran: { from: ['active', 'paused', 'retired'], by: ['system'], fields: ['lastRunAt', 'lastResult', 'nextRunAt'] },
    },
    clocks: {},
  }),
  access: each(staff, { view: 'all', act: 'all' } as const),
}); // prettier-ignore
