import { z } from 'zod';
import { BlockFault, defineBlock, type Drawing, type LiveBlock } from '../../kernel/live-block/block.ts';
import { table } from '../../kernel/live-block/table.ts';
import { merge } from '../../platform/i18n/words.ts';
import { priorities, type Measured, type Targets } from './targets.schema.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { agreement } from './agreement.record.ts';

const words = {
  en: merge(en, {
    live_block: {
      sla_targets: { name: 'Service level targets', hint: 'Of the agreements in force: respond, update, resolve by priority' },
      sla: { everybody: 'every customer', every_service: 'every service', minutes: '{{n}} min', hours: '{{n}} h' },
      promise: { respond: 'Respond', update: 'Update', resolve: 'Resolve' },
      priority: 'Priority',
      over: 'over the calendar “{{calendar}}”',
    },
  }),
  'zh-CN': merge(zh, {
    live_block: {
      sla_targets: { name: '服务级别目标', hint: '有效协议中各优先级的响应、更新和解决目标' },
      sla: { everybody: '所有客户', every_service: '所有服务', minutes: '{{n}} 分钟', hours: '{{n}} 小时' },
      promise: { respond: '响应', update: '更新', resolve: '解决' },
      priority: '优先级',
      over: '按日历“{{calendar}}”计算',
    },
  }),
}; // prettier-ignore

type Row = {
  number: string;
  title: string;
  version: number;
  customer: string | null;
  services: string[];
  calendar: string | null;
  targets: Targets;
};

async function idOf({ tx }: Drawing, type: string, number: string | undefined): Promise<string | null> {
  if (number === undefined) return null;
  const [row] = await tx.run<{ id: string }>(
    'live_record_named',
    'select id from record where type = $1 and number = $2',
    [type, number],
  );
  if (!row) throw new BlockFault('live_block.no_record', { number });
  return row.id;
}

const number = z.string().max(40).optional();

/** The targets that are promised today, as the clocks have them. */
const slaTargets = defineBlock({
  key: 'sla-targets',
  words,
  params: z.object({ service: number, customer: number, agreement: number }),
  render: async (drawing, { service, customer, agreement }) => {
    const { tx, house, say } = drawing;
    const asked = [await idOf(drawing, 'service', service), await idOf(drawing, 'organisation', customer), await idOf(drawing, 'agreement', agreement)];
    const rows = await tx.run<Row>(
      'live_sla_targets',
      `select r.number, r.title, a.agreement_version as version, c.title as customer, k.title as calendar, a.targets,
         array(select s.title from record s where s.id = any(a.service_ids) order by s.title) as services
       from agreement a join record r on r.id = a.id left join record c on c.id = r.customer_id left join record k on k.id = a.calendar_id
       where a.kind = 'sla' and r.state in ('active', 'in_review') and a.targets is not null
         and a.valid_from <= $4::date and (a.valid_to is null or a.valid_to >= $4::date)
         and ($1::uuid is null or a.service_ids @> array[$1::uuid] or a.every_service)
         and ($2::uuid is null or r.customer_id = $2 or a.every_customer) and ($3::uuid is null or a.id = $3)
       order by r.number limit 200`,
      [...asked, new Date(house.now()).toISOString().slice(0, 10)],
    );
    const calendars = await names(drawing);
    return rows.map((row) => agreementTable(drawing, row, calendars)).join('\n\n') || `*${say('live_block.none')}*`;
  },
}); // prettier-ignore

async function names({ tx }: Drawing): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.run<{ id: string; title: string }>(
    'live_calendar_names',
    `select id, title from record where type = 'calendar'`,
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

function agreementTable({ say }: Drawing, row: Row, calendars: ReadonlyMap<string, string>): string {
  const said = (target: Measured | undefined) => {
    if (!target) return '';
    const hours = target.minutes / 60;
    const time =
      target.minutes % 60 === 0
        ? say('live_block.sla.hours', { n: hours })
        : say('live_block.sla.minutes', { n: target.minutes });
    const own = target.calendarId === undefined ? undefined : calendars.get(target.calendarId);
    return own === undefined ? time : `${time} (${own})`;
  };
  const services = row.services.join(', ') || say('live_block.sla.every_service');
  const head = `**${row.title}** (${row.number}, v${row.version}): ${row.customer ?? say('live_block.sla.everybody')} – ${services}`;
  const over = row.calendar === null ? '' : `, ${say('live_block.over', { calendar: row.calendar })}`;
  const lines = priorities.flatMap((priority) => {
    const targets = row.targets[priority];
    return targets
      ? [[`P${priority}`, said(targets.respond), said(targets.update), said(targets.resolve)]]
      : [];
  });
  const columns = [
    say('live_block.priority'),
    ...['respond', 'update', 'resolve'].map((p) => say(`live_block.promise.${p}`)),
  ];
  return `${head}${over}\n\n${table(columns, lines, say('live_block.none'))}`;
}

export const agreementBlocks: readonly LiveBlock[] = [
  slaTargets,
  processBlock(agreement, { en, 'zh-CN': zh }),
];
