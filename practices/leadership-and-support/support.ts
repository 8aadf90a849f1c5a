import { sql } from 'kysely';
import { seesType } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { addDays, dayIn, homeZone } from '../../kernel/calendar/home-days.ts';
import { answersOn, lastDay } from '../../kernel/evidence/history.ts';
import { measureNamed } from '../../kernel/measure/condition.ts';
import { evaluateAll, type Figure } from '../../kernel/measure/evaluate.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import { conditions } from '../../kernel/record/list.ts';
import { tableOf } from '../../kernel/record/store.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Language } from '../../platform/i18n/words.ts';
import { standard } from '../../standard/catalogue.ts';
import { panels, type Line, type Panel } from './panels.ts';

/** Counted no further: a list of so many is worked on, not read. */
const most = 10_000;

async function counted(tx: Tx, house: House, actor: Actor, { key, kind, type, filters }: Line) {
  if (!house.types.has(type)) return undefined;
  const found = typeNamed(house, type);
  if (!seesType(found.access, actor, type)) return undefined;
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select 1 from record r join ${sql.raw(tableOf(found))} t on t.id = r.id
      where ${conditions(house, found, actor, filters)} limit ${most}) x`.execute(tx.db);
  const query = new URLSearchParams(Object.entries(filters).map(([name, value]) => [`filter[${name}]`, value]));
  return { key, kind, n: rows[0]?.n ?? 0, records: `${found.plural}?${query}` };
} // prettier-ignore

/** Figures of the twelve months until today, each with n: nothing counted is “n/a”. */
async function figuresOf(tx: Tx, house: House, actor: Actor, keys: readonly string[], today: string) {
  const zone = house.reference.settings.get(homeZone).value;
  const start = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString();
  const measures = keys.flatMap((key) => measureNamed(house, key) ?? []).filter(({ recordType }) => seesType(typeNamed(house, recordType).access, actor, recordType));
  const found = await evaluateAll(tx, house, measures, actor, {}, { from: start(addDays(today, -364)), to: start(addDays(today, 1)) });
  return keys.flatMap((key): Pick<Figure, 'key' | 'unit' | 'value' | 'n' | 'numerator'>[] => {
    const figure = found.get(key);
    if (!figure) return [];
    const { unit, value, n, numerator } = figure;
    return [{ key, unit, value, n, ...(numerator === undefined ? {} : { numerator }) }];
  });
} // prettier-ignore

type Answers = Awaited<ReturnType<typeof answersOn>>;

/** What the standard wants of it, as it was answered last. */
function requirementsOf({ clause }: Panel, answers: Answers, language: Language) {
  const mine = standard().requirements.filter((one) => one.clause === clause || one.clause.startsWith(`${clause}.`));
  const known = mine.filter(({ id }) => answers.has(id));
  const lacking = known.filter(({ id }) => !['met', 'none'].includes(answers.get(id)?.status ?? ''));
  return {
    of: known.length,
    met: known.length - lacking.length,
    lacking: lacking.map(({ id, text }) => ({ id, text: text[language], status: answers.get(id)?.status ?? 'missing' })),
  };
} // prettier-ignore

/** Clause 7 at a look: what there is, what is missing, what is due, for what this reader may see. */
export async function supportOf(tx: Tx, house: House, actor: Actor) {
  const today = dayIn(house.reference.settings, house.now());
  const day = await lastDay(tx);
  const answers: Answers = day === undefined ? new Map() : await answersOn(tx, day);
  const shown = [];
  for (const panel of panels) {
    const lines = [];
    for (const line of panel.lines(today)) {
      const found = await counted(tx, house, actor, line);
      if (found) lines.push(found);
    }
    shown.push({
      key: panel.key,
      clause: panel.clause,
      to: panel.to,
      lines,
      figures: await figuresOf(tx, house, actor, panel.measures, today),
      requirements: requirementsOf(panel, answers, actor.language),
    });
  }
  return { day: today, evaluatedOn: day ?? null, panels: shown };
}
