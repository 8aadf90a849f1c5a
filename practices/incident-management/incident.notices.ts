import { teams } from '../../kernel/directory/team.snapshot.ts';
import { defineNotices, type About } from '../../kernel/notification/notice.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { ReadEvent } from '../../kernel/trail/subscriber.ts';
import { isLanguage } from '../../platform/i18n/words.ts';
import { translator } from '../../platform/i18n/translate.ts';
import en from './i18n/refusals.en.ts';
import zh from './i18n/refusals.zh-CN.ts';

const translators = {
  en: translator('en', { en, 'zh-CN': zh }),
  'zh-CN': translator('zh-CN', { en, 'zh-CN': zh }),
};

/** What the requester reads before an incident is closed, in their language and their time. */
export function noticeOfClosing(closing: {
  number: string;
  closesAt: string;
  language: string | null;
  zone: string | null;
}): string {
  const language = isLanguage(closing.language) ? closing.language : 'en';
  const on = new Intl.DateTimeFormat(language, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: closing.zone ?? 'UTC',
  });
  return translators[language]('incident.notice.closing', {
    number: closing.number,
    on: on.format(new Date(closing.closesAt)),
  });
}

const on = (...action: string[]) => ({ type: 'incident', action });
const becomes = ({ changes }: ReadEvent, field: string) => changes[field]?.[1] ?? null;
const promises = ['response', 'resolution'];
const clockOf = ({ detail }: ReadEvent) => String(detail?.['clock']);

/**
 * Who hears of what. Requesters get what concerns their own report, never an internal word; those who work on it what
 * is theirs to do next. Escalation climbs by `escalateByClock`, and here only tells those whom the ladder named.
 */
export const notices = defineNotices(
  {
    kind: 'incident.received',
    usual: 'mail',
    on: on('create'),
    to: ['requester'],
    receipt: true,
    params: ({ record }) => ({ facts: dueFacts(record, promises) }),
  },
  {
    kind: 'incident.commented',
    usual: 'mail',
    on: on('comment', 'start', 'hold', 'close', 'cancel', 'mark_duplicate', 'merge'),
    when: ({ detail, actorId }) =>
      detail?.['public'] === true && detail['comment'] !== undefined && actorId !== null,
    to: ['requester'],
    quote: true,
  },
  { kind: 'incident.waiting', urgent: true, on: on('await_customer'), to: ['requester'], quote: true },
  {
    kind: 'incident.resolved',
    usual: 'mail',
    on: on('resolve', 'resolve_with_parent'),
    to: ['requester'],
    quote: true,
  },
  /** Told by `informProcessOwner`. */
  { kind: 'incident.disputed', urgent: true, staffOnly: true },
  /** Told by `remindOfHandOvers`. */
  { kind: 'incident.not_taken_up', usual: 'mail', staffOnly: true },
  {
    kind: 'incident.development_told',
    staffOnly: true,
    on: on('development_told'),
    when: ({ detail }) => detail?.['state'] === 'resolved' || detail?.['state'] === 'rejected',
    to: ['owner'],
    params: ({ event }) => ({
      key: String(event.detail?.['key']),
      state: `@development.state.${String(event.detail?.['state'])}`,
    }),
  },
  /** Told by `tellMergedReporters`. */
  { kind: 'incident.merged_resolved', usual: 'mail' },
  {
    kind: 'incident.closing',
    usual: 'mail',
    on: on('notify_closing'),
    to: ['requester'],
    params: async ({ record, work }) => ({ closesAt: await closesAt(work, record) }),
  },
  { kind: 'incident.closed', on: on('auto_close'), to: ['requester'] },
  {
    kind: 'incident.assigned',
    usual: 'mail',
    staffOnly: true,
    on: on('assign', 'reassign', 'escalate_to_team'),
    when: (event) => becomes(event, 'ownerId') !== null,
    to: ['owner'],
    params: ({ record }) => ({ facts: dueFacts(record, promises) }),
  },
  {
    kind: 'incident.assigned_team',
    staffOnly: true,
    on: on('assign', 'reassign', 'escalate_to_team'),
    when: (event) => becomes(event, 'teamId') !== null && becomes(event, 'ownerId') === null,
    to: [({ record, work }) => (record.ownerId === null ? teamOf(work, record) : [])],
  },
  {
    kind: 'incident.answered',
    staffOnly: true,
    on: on('comment'),
    when: ({ actorId }) => actorId !== null,
    to: [({ record, work, event }) => ownerOr(work, record, event.actorId === record.requesterId)],
    quote: true,
  },
  {
    kind: 'incident.reopened',
    usual: 'mail',
    staffOnly: true,
    on: on('reopen'),
    to: [({ record, work }) => ownerOr(work, record, true), 'lead'],
    quote: true,
  },
  {
    kind: 'incident.warning',
    usual: 'mail',
    staffOnly: true,
    on: on('clock'),
    when: (event) => promises.includes(clockOf(event)) && event.detail?.['warned'] === 75,
    to: [({ record, work }) => answerable(work, record)],
    params: ({ event, record }) => clockParams(record, event),
  },
  {
    kind: 'incident.breached',
    urgent: true,
    staffOnly: true,
    on: on('clock'),
    when: (event) => promises.includes(clockOf(event)) && event.detail?.['breached'] !== undefined,
    to: [({ record, work }) => answerable(work, record)],
    params: ({ event, record }) => clockParams(record, event),
  },
  {
    kind: 'incident.escalated',
    urgent: true,
    staffOnly: true,
    on: on('inform'),
    to: [({ event, record, work }) => informed(work, record, event)],
    params: ({ event }) => {
      const why = event.detail?.['why'];
      return event.actorId !== null && typeof why === 'string' ? { text: why } : {};
    },
  },
  {
    kind: 'incident.second_person',
    urgent: true,
    staffOnly: true,
    on: on('ask_second_person'),
    to: ['lead', ({ work }) => deskLeads(work)],
    params: ({ event }) => ({ action: `@incident.action.${String(event.detail?.['asked'])}` }),
  },
);

const teamOf = (work: Work, { teamId }: About) =>
  work.house.reference.get(teams).get(teamId ?? '')?.memberIds ?? [];

const ownerOr = (work: Work, record: About, team: boolean) =>
  record.ownerId !== null ? [record.ownerId] : team ? teamOf(work, record) : [];

/** The owner and the team's lead; of an incident that nobody has, the team, else the leads of the service desk. */
async function answerable(work: Work, record: About): Promise<readonly string[]> {
  const lead = work.house.reference.get(teams).get(record.teamId ?? '')?.leadId;
  const both = [record.ownerId, lead].filter((id) => id !== null && id !== undefined);
  if (both.length > 0) return both;
  return record.teamId === null ? deskLeads(work) : teamOf(work, record);
}

/** By the clock owner and lead are warned anyway (`incident.warning`, `incident.breached`); once is enough. */
async function informed(work: Work, record: About, { actorId, detail }: ReadEvent): Promise<string[]> {
  const people = detail?.['people'];
  const all = Array.isArray(people) ? people.map(String) : [];
  if (actorId !== null) return all;
  const told = await answerable(work, record);
  return all.filter((id) => !told.includes(id));
}

async function deskLeads(work: Work): Promise<string[]> {
  const rows = await work.run<{ id: string }>(
    'incident_desk_leads',
    `select distinct h.person_id as id from role_holder h join record r on r.id = h.id
     where h.role in ('incident-manager', 'service-desk-lead') and r.state = 'active'
       and h.valid_from <= $1::date and (h.valid_to is null or h.valid_to >= $1::date)`,
    [new Date(work.house.now()).toISOString()],
  );
  return rows.map(({ id }) => id);
}

const clockParams = (record: About, event: ReadEvent) => ({
  clock: `@clock.name.${clockOf(event)}`,
  facts: dueFacts(record, [clockOf(event)]),
});

/** When what was promised is due; nothing where nothing is promised. */
const dueFacts = ({ due }: About, names: readonly string[]) =>
  (due ?? [])
    .filter(({ clock }) => names.includes(clock))
    .map(({ clock, at }) => [`@notice.due.${clock}`, at]);

async function closesAt(work: Work, { id }: About): Promise<string | null> {
  const [row] = await work.run<{ closesAt: string | null }>(
    'incident_closes_at',
    'select closes_at as "closesAt" from incident where id = $1',
    [id],
  );
  return row?.closesAt ?? null;
}
