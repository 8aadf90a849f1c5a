import { addMonths } from '../../kernel/calendar/home-days.ts';
import { organisationLanguage } from '../../kernel/directory/person.defaults.ts';
import { system } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { act, create } from '../../kernel/record/act.ts';
import type { Language } from '../../platform/i18n/words.ts';
import type { AuditKind } from './audit.fields.ts';
import type { Certificate } from './certificate.fields.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';

const names: Readonly<Record<Language, Readonly<Record<AuditKind, string>>>> = {
  en: en.certification_audit.option.kind,
  'zh-CN': zh.certification_audit.option.kind,
};

async function due(work: Work, certificate: Certificate, kind: AuditKind, dueOn: string, windowFrom: string | null = null) {
  const language = work.house.reference.settings.get(organisationLanguage).value;
  await create(work, 'certification-audit', system(), {
    title: `${names[language][kind]} · ${certificate.title}`.slice(0, 200),
    certificateId: certificate.id,
    kind,
    dueOn,
    ...(windowFrom === null ? {} : { windowFrom }),
    ...(certificate.ownerId === null ? {} : { ownerId: certificate.ownerId }),
    siteIds: certificate.siteIds ?? [],
  });
} // prettier-ignore

export async function planStages(work: Work, certificate: Certificate): Promise<void> {
  const { stage1On, stage2On } = certificate;
  if (stage1On === null || stage2On === null) return;
  await due(work, certificate, 'stage_1', stage1On);
  await due(work, certificate, 'stage_2', stage2On);
}

/** The window of a surveillance: the last quarter of its year. */
const windowMonths = 3;
/** How long before its end a certificate is audited anew, so that the decision still falls into its time. */
const recertificationMonths = 3;

/**
 * The days of the cycle by the body's own interval: two surveillances, none later than it after the one before (the first
 * counts from the issue or the decision, as the rule of the body has it), and the recertification, over before the end.
 */
export async function planCycle(work: Work, certificate: Certificate): Promise<void> {
  const { issuedOn, decidedOn, expiresOn, intervalMonths, countedFrom, predecessorId, origin } = certificate;
  if (issuedOn === null || expiresOn === null) return;
  const begins = countedFrom === 'decision' ? (decidedOn ?? issuedOn) : issuedOn;
  const months = intervalMonths ?? 12;
  for (const [kind, n] of [['surveillance_1', 1], ['surveillance_2', 2]] as const) {
    const day = addMonths(begins, n * months);
    if (day < expiresOn) await due(work, certificate, kind, day, addMonths(day, -windowMonths));
  }
  await due(work, certificate, 'recertification', addMonths(expiresOn, -recertificationMonths), addMonths(expiresOn, -2 * recertificationMonths));
  if (predecessorId !== null)
    await act(work, { type: 'certificate', id: predecessorId }, origin === 'transfer' ? 'move' : 'supersede', system());
} // prettier-ignore
