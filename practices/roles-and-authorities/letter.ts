import type { House } from '../../kernel/practice/house.ts';
import rolesEn from '../../kernel/i18n/roles.en.ts';
import rolesZh from '../../kernel/i18n/roles.zh-CN.ts';
import { translator } from '../../platform/i18n/translate.ts';
import { merge, type Language } from '../../platform/i18n/words.ts';
import type { Paper } from '../../platform/paper/paper.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Appointment } from './appointment.record.ts';
import { heldBy } from './holding.queries.ts';
import letterEn from './i18n/letter.en.ts';
import letterZh from './i18n/letter.zh-CN.ts';
import type { Limit } from './role-definition.record.ts';

const words = { en: merge(rolesEn, letterEn), 'zh-CN': merge(rolesZh, letterZh) };
const bullets = (text: string | null | undefined) =>
  (text ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => `- ${line.replace(/^[-*•]\s*/, '')}`).join('\n') || '–'; // prettier-ignore

/** The letter of appointment: who, which role, from when, duties, authority and its limits, deputy, to whom they report. */
export async function letterOf(tx: Tx, house: House, appointment: Appointment, language: Language): Promise<Paper> {
  const say = translator(language, words);
  const held = appointment.holderId === null ? undefined : await heldBy(tx, appointment.holderId);
  const [definition] = await tx.run<{ title: string; duties: string | null; authorities: string | null; limits: Limit[] }>(
    'letter_definition',
    `select r.title, d.duties, d.authorities, d.limits from role_definition d join record r on r.id = d.id where d.role = $1`,
    [held?.role ?? null],
  );
  const names = await tx.run<{ id: string; title: string }>(
    'letter_names',
    'select id, title from record where id = any($1::uuid[])',
    [[appointment.deputyId, appointment.reportsToId, appointment.issuedById, ...(appointment.processIds ?? [])].filter((id) => id !== null)],
  );
  const named = (id: string | null) => names.find((one) => one.id === id)?.title ?? null;
  const [organisation] = await tx.run<{ title: string }>(
    'letter_organisation',
    `select r.title from organisation o join record r on r.id = o.id where o.kind = 'own_unit' and o.parent_id is null and r.state = 'active' order by r.id limit 1`,
  );
  const publisher = organisation?.title ?? '';
  const role = say(`role.${held?.role ?? ''}`);
  const processes = (appointment.processIds ?? []).map(named).filter((one) => one !== null);
  const heading = (key: string) => `# ${say(`appointment_letter.${key}`)}`;
  const limits = definition?.limits ?? [];
  const body = [
    say('appointment_letter.sentence', { organisation: publisher, person: held?.person ?? '', role, from: held?.validFrom ?? '' }),
    heading('duties'), bullets(definition?.duties),
    heading('authorities'), bullets(definition?.authorities),
    ...(limits.length === 0 ? [] : [[`| ${say('appointment_letter.decision')} | ${say('appointment_letter.limit')} |`, '| --- | --- |', ...limits.map((one) => `| ${one.decision} | ${one.limit} |`)].join('\n')]),
    ...(processes.length === 0 ? [] : [heading('processes'), processes.map((one) => `- ${one}`).join('\n')]),
    ...(appointment.remarks === null ? [] : [heading('remarks'), appointment.remarks]),
    heading('signatures'),
    say('appointment_letter.signed', { issuer: named(appointment.issuedById) ?? '________', issued: appointment.issuedOn ?? '________', person: held?.person ?? '', accepted: appointment.acceptedOn ?? '________' }),
  ].join('\n\n');
  const facts: readonly (readonly [string, string | null])[] = [
    ['person', held?.person ?? null],
    ['role', role],
    ['unit', held?.unit ?? null],
    ['from', held?.validFrom ?? null],
    ['to', held?.validTo ?? null],
    ['deputy', named(appointment.deputyId)],
    ['reports_to', named(appointment.reportsToId)],
  ];
  return {
    language,
    title: say('appointment_letter.title'),
    publisher,
    subtitle: `${appointment.number} · ${role}`,
    facts: facts.flatMap(([key, value]) => (value === null ? [] : [[say(`appointment_letter.fact.${key}`), value] as const])),
    tables: [],
    contents: say('appointment_letter.contents'),
    header: { left: publisher, right: appointment.number },
    footer: say('appointment_letter.title'),
    body,
    at: house.now(),
  };
} // prettier-ignore
