import { dayIn } from '../../kernel/calendar/home-days.ts';
import { measureNamed } from '../../kernel/measure/condition.ts';
import { defineProcess, no, type Input, type Rule } from '../../kernel/process/process.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { access, tenderers } from './certification.access.ts';
import { contentsOf, unusable, usableCertificates } from './tender-pack.contents.ts';
import { fields, type Contents, type TenderPack } from './tender-pack.fields.ts';
import { usualFigures } from './tender-pack.usual.ts';

type Of = Rule<TenderPack>;
type Facts = {
  readonly unknown: readonly string[];
  readonly unusable: readonly string[];
  readonly contents: Contents | undefined;
};
const found = (facts: Readonly<Record<string, unknown>>) => facts as Facts;

const periodIsOver: Of = (_pack, _actor, { input, at, settings }) => {
  const { periodFrom: from, periodTo: to } = input as { periodFrom: string; periodTo: string };
  if (to < from) return no('problem.dates_reversed', { from, to }, 'periodTo');
  return to >= dayIn(settings, at) ? no('tender_pack.period_not_over', {}, 'periodTo') : undefined;
};

const figuresExist: Of = (_pack, _actor, { facts }) => {
  const [key] = found(facts).unknown;
  return key === undefined ? undefined : no('tender_pack.no_such_figure', { key }, 'measureKeys');
};

/** What is suspended, withdrawn or over is not shown to a buyer, also by mistake. */
const certificatesHold: Of = (_pack, _actor, { facts }) => {
  const { unusable: numbers, contents } = found(facts);
  if (numbers.length > 0)
    return no('tender_pack.not_usable', { numbers: numbers.join(', ') }, 'certificateIds');
  return contents?.certificates.length === 0 ? no('tender_pack.no_certificate') : undefined;
};

async function gather(work: Work, input: Input) {
  const keys = keysOf(input);
  const ids = (input['certificateIds'] ?? []) as readonly string[];
  const [from, to] = [String(input['periodFrom']), String(input['periodTo'])];
  const today = dayIn(work.house.reference.settings, work.house.now());
  const unknown = keys.filter((key) => measureNamed(work.house, key) === undefined);
  const bad = (await unusable(work, today, ids)).map(({ number }) => number);
  const fits = unknown.length === 0 && bad.length === 0 && from <= to && to < today;
  const certificates = fits ? await usableCertificates(work, today, ids) : [];
  return {
    unknown,
    unusable: bad,
    contents: fits
      ? await contentsOf(work, certificates, { keys, certificateIds: ids, from, to })
      : undefined,
  };
}

const keysOf = (input: Input): readonly string[] => {
  const given = (input['measureKeys'] ?? []) as readonly string[];
  return given.length === 0 ? usualFigures : [...new Set(given)];
};

const process = defineProcess<TenderPack>()({
  states: { made: 'done', used_up: 'closed' },
  initial: 'made',
  create: {
    by: tenderers,
    fields: ['title', 'buyer', 'periodFrom', 'periodTo', 'measureKeys', 'certificateIds'],
    required: ['title', 'periodFrom', 'periodTo'],
    facts: (work, _pack, input) => gather(work, input),
    checks: [periodIsOver, figuresExist, certificatesHold],
    set: (_pack, actor, { facts, input, at }) => {
      const { contents } = found(facts);
      return {
        contents: contents ?? null,
        measureKeys: [...keysOf(input)],
        certificateIds: contents?.certificates.map(({ id }) => id) ?? [],
        ownerId: actor.id,
        madeAt: new Date(at).toISOString(),
      };
    },
  },
  edit: { from: ['made'], by: tenderers, fields: ['title', 'buyer'], required: ['title'] },
  transitions: { put_away: { from: ['made'], to: 'used_up', by: tenderers } },
  clocks: {},
});

/** What a tender is told, as it was on its day: certificates, where to check them, and key figures with what they rest on. */
export const tenderPack = defineRecord({
  type: 'tender-pack',
  plural: 'tender-packs',
  prefix: 'TND',
  fields,
  base: ['title', 'ownerId'],
  search: ['buyer'],
  list: [
    'number',
    'title',
    'state',
    'buyer',
    'periodFrom',
    'periodTo',
    'certificateIds',
    'madeAt',
    'ownerId',
  ],
  register: true,
  process,
  access,
});
