import { z } from 'zod';
import { system } from '../../access/actor.ts';
import { homeZone } from '../../calendar/home-days.ts';
import { evaluate, type Figure } from '../../measure/evaluate.ts';
import type { Measure } from '../../measure/measure.ts';
import { BlockFault, defineBlock, type Drawing, type LiveBlock } from '../block.ts';
import { table } from '../table.ts';
import { words } from './words.ts';

const monthOf = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().with({ day: 1 }); // prettier-ignore

/** Whole months, the last one being the one before this: a month that still runs would change every day. */
const kpi = defineBlock({
  key: 'kpi',
  after: 'measure',
  words,
  params: z.object({
    measure: z.string().max(100),
    months: z.coerce.number().int().min(1).max(24).default(3),
  }),
  render: async (drawing, { measure: key, months }) => {
    const { tx, house, say } = drawing;
    const measure = house.measures.find((one) => one.key === key);
    if (!measure) throw new BlockFault('live_block.no_measure', { measure: key });
    // The months of reports and plans: a figure says the same wherever it stands.
    const zone = house.reference.settings.get(homeZone).value;
    const last = monthOf(house.now(), zone);
    const lines: string[][] = [];
    for (let n = months; n >= 1; n -= 1) {
      const from = last.subtract({ months: n });
      const period = { from: instant(from, zone), to: instant(from.add({ months: 1 }), zone) };
      const figure = await evaluate(tx, house, measure, system(), {}, period);
      lines.push([from.toString().slice(0, 7), amount(drawing, figure), String(figure.n)]);
    }
    const column = (name: string) => say(`live_block.column.${name}`);
    return `**${figureName(drawing, measure)}**\n\n${table([column('month'), column('value'), column('records')], lines, say('live_block.none'))}`;
  },
}); // prettier-ignore

const instant = (day: Temporal.PlainDate, zone: string) => day.toZonedDateTime(zone).toInstant().toString();
const figureName = ({ say }: Drawing, { key }: Pick<Measure, 'key'>) => say(key.replace('.', '.measure.'));

/** Nothing counted is "n/a", never 100 %. */
function amount({ say, language }: Drawing, { value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  if (value === null) return say('live_block.not_available');
  const number = (digits: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  if (unit === 'percent') return `${number(1)} %`;
  if (unit === 'ms') return hoursOf(value, language);
  return number(unit === 'count' ? 0 : 2);
}

const hoursOf = (ms: number, language: string) =>
  ms >= 3_600_000
    ? `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(ms / 3_600_000)} h`
    : `${new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(ms / 60_000)} min`;

const definitions = defineBlock({
  key: 'kpi-definitions',
  words,
  params: z.object({ clause: z.string().max(12).optional() }),
  render: ({ house, say, ...drawing }, { clause }) => {
    const meets = (own: string) => clause === undefined || own === clause || own.startsWith(`${clause}.`);
    const lines = house.measures
      .filter((measure) => meets(measure.clause))
      .toSorted((a, b) => a.clause.localeCompare(b.clause, 'en', { numeric: true }))
      .map((measure) => [
        figureName({ house, say, ...drawing }, measure),
        say(measure.key.replace('.', '.formula.')),
        measure.clause,
      ]);
    const column = (name: string) => say(`live_block.column.${name}`);
    return table([column('figure'), column('formula'), column('clause')], lines, say('live_block.none'));
  },
});

export const figureBlocks: readonly LiveBlock[] = [kpi, definitions];
