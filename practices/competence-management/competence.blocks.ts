import { z } from 'zod';
import { defineBlock, type Drawing, type LiveBlock } from '../../kernel/live-block/block.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { table } from '../../kernel/live-block/table.ts';
import { staff } from '../../kernel/access/roles.ts';
import { merge } from '../../platform/i18n/words.ts';
import { competenceAssessment } from './assessment.record.ts';
import { competenceGap } from './gap.record.ts';
import blocksEn from './i18n/blocks.en.ts';
import blocksZh from './i18n/blocks.zh-CN.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';

const own = { en, 'zh-CN': zh };
const words = { en: merge(en, blocksEn), 'zh-CN': merge(zh, blocksZh) };

type Needed = { role: string; title: string; level: number; mandatory: boolean; text: string | null };

/** 7.2: what each role needs, as it is in force. */
const profiles = defineBlock({
  key: 'competence-profiles',
  words,
  params: z.object({ role: z.enum(staff).optional() }),
  render: async ({ tx, say }, { role }) => {
    const rows = await tx.run<Needed>(
      'live_profiles',
      `select t.role, c.title, (n.need ->> 'level')::int as level, (n.need ->> 'mandatory')::boolean as mandatory,
         case n.need ->> 'level' when '1' then k.level1 when '2' then k.level2 else k.level3 end as text
       from competence_profile t join record r on r.id = t.id and r.state = 'in_force'
         cross join lateral jsonb_array_elements(t.needs) as n(need)
         join record c on c.id = (n.need ->> 'competenceId')::uuid join competence k on k.id = c.id
       where $1::text is null or t.role = $1 order by t.role, c.title limit 500`,
      [role ?? null],
    );
    if (role === undefined) return byRole(rows, say);
    return table(
      [say('competence.name'), say('competence_record.field.level'), say('competence_gap.field.mandatory'), say('live_block.competence_profiles.means')],
      rows.map((row) => [row.title, String(row.level), say(row.mandatory ? 'live_block.yes' : 'live_block.no'), row.text]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

/** A line for each role: with one for each need of twenty roles nobody would read it. */
function byRole(rows: readonly Needed[], say: Drawing['say']): string {
  const needs = (of: readonly Needed[], mandatory: boolean) =>
    of.filter((row) => row.mandatory === mandatory).map(({ title, level }) => `${title} (${level})`).join('; ');
  return table(
    [say('competence_profile.field.role'), say('live_block.competence_profiles.must'), say('live_block.competence_profiles.should')],
    [...Map.groupBy(rows, (row) => row.role)].map(([role, of]) => [say(`role.${role}`), needs(of, true), needs(of, false)]),
    say('live_block.none'),
  );
} // prettier-ignore

type Course = {
  title: string;
  kind: string;
  able: string | null;
  method: string | null;
  hours: number | null;
};

const courses = defineBlock({
  key: 'training-courses',
  words,
  render: async ({ tx, say }) => {
    const rows = await tx.run<Course>(
      'live_courses',
      `select r.title, t.kind, t.able_to as able, t.effect_method as method, t.hours from training_course t
       join record r on r.id = t.id where r.state = 'offered' order by t.kind, r.number limit 300`,
    );
    const column = (key: string) => say(`training_course.field.${key}`);
    return table(
      [column('title'), column('kind'), column('ableTo'), column('effectMethod'), column('hours')],
      rows.map((row) => [
        row.title,
        say(`training_course.option.kind.${row.kind}`),
        row.able,
        row.method,
        row.hours,
      ]),
      say('live_block.none'),
    );
  },
});

type Given = { title: string; on: string; trainer: string | null; n: number; effectiveness: string | null };

/** 7.2: what was given in so many months, and whether it helped. */
const sessions = defineBlock({
  key: 'training-sessions',
  words,
  params: z.object({ months: z.coerce.number().int().min(1).max(36).default(12) }),
  render: async ({ tx, say, house }, { months }) => {
    const rows = await tx.run<Given>(
      'live_sessions',
      `select r.title, t.held_on::text as on, p.title as trainer, cardinality(t.attended_ids) as n, t.effectiveness
       from training_session t join record r on r.id = t.id left join record p on p.id = t.trainer_id
       where r.state in ('held', 'checked') and t.held_on > $1::date - make_interval(months => $2) order by t.held_on limit 500`,
      [new Date(house.now()).toISOString().slice(0, 10), months],
    );
    const column = (key: string) => say(`training_session.field.${key}`);
    return table(
      [column('title'), column('heldOn'), column('trainerId'), column('attendedIds'), column('effectiveness')],
      rows.map((row) => [
        row.title, row.on, row.trainer, String(row.n),
        row.effectiveness === null ? '' : say(`training_session.option.effectiveness.${row.effectiveness}`),
      ]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

export const competenceBlocks: readonly LiveBlock[] = [
  profiles,
  courses,
  sessions,
  processBlock(competenceAssessment, own),
  processBlock(competenceGap, own),
];
