import { phrases } from './incident.texts.ts';
import type { Random } from './random.ts';
import { local } from './context.ts';
import type { Plan } from './incident.plan.ts';

const warehouses = {
  'zh-CN': ['成都一号仓', '上海青浦仓', '成都二号仓'],
  en: ['Chengdu 1', 'Qingpu', 'Chengdu 2'],
};
const carriers = { 'zh-CN': ['驰远快运', '顺达速递'], en: ['Chiyuan Express', 'Shunda'] };
const stores = { 'zh-CN': ['云杉母婴', '兰芷护肤', 'Maple & Finch', 'Kestrel Outdoor'], en: ['Spruce Baby', 'Orchid Skincare', 'Maple & Finch', 'Kestrel Outdoor'] }; // prettier-ignore
const places = {
  staff: ['上海 8 楼', '上海 10 楼', '上海 15 楼', 'Singapore L3'],
  merchant: [''],
  hotline: ['成都客服中心 A 区', '成都客服中心 B 区'],
  warehouse: ['成都一号仓', '成都二号仓', '上海青浦仓'],
  monitoring: [''],
} as const;

export const placeOf = ({ seen, random }: Plan): string => random.pick(places[seen]);

/** A template with its blanks filled: order numbers, places, times as they would be at that moment. */
export function fill(
  text: string,
  { at, ci, language, random }: Pick<Plan, 'at' | 'ci' | 'language' | 'random'>,
): string {
  const { date, hour } = local(at);
  const blanks: Readonly<Record<string, () => string>> = {
    order: () => `LH${date.slice(2).replaceAll('-', '')}${random.between(100_000, 999_999)}`,
    n: () => String(random.between(2, 24)),
    pct: () => String(random.between(81, 97)),
    time: () => `${String(hour).padStart(2, '0')}:${String(random.between(0, 60)).padStart(2, '0')}`,
    wh: () => random.pick(warehouses[language]),
    carrier: () => random.pick(carriers[language]),
    store: () => random.pick(stores[language]),
    sku: () => `SKU-${random.between(20_000, 98_000)}`,
    host: () => ci,
  };
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => blanks[name]?.() ?? whole);
}

export const phrase = (
  kind: keyof (typeof phrases)['en'],
  language: 'en' | 'zh-CN',
  random: Random,
): string => random.pick(phrases[language][kind]);
