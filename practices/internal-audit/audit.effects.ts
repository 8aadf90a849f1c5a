import { addDays, dayIn } from '../../kernel/calendar/home-days.ts';
import { system, type Actor } from '../../kernel/access/actor.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Context } from '../../kernel/process/process.ts';
import { act, create } from '../../kernel/record/act.ts';
import { createMany } from '../../kernel/record/create-many.ts';
import { translator } from '../../platform/i18n/translate.ts';
import { checklist, type ChecklistFacts, type ReportFacts } from './audit.facts.ts';
import type { InternalAudit } from './audit.fields.ts';
import { auditDays } from './audit.settings.ts';
import type { FindingRow } from './audit.store.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';

const say = { en: translator('en', { en, 'zh-CN': zh }), 'zh-CN': translator('zh-CN', { en, 'zh-CN': zh }) };

/** The standard's questions of the scope, and the organisation's own documents beside them. */
export async function makeChecklist(work: Work, audit: InternalAudit, actor: Actor, { facts }: Context): Promise<void> {
  const ofDocument = ({ code, title }: { code: string; title: string }) =>
    say[actor.language]('internal_audit.document_question', { code, title });
  const lines = checklist(audit, facts as ChecklistFacts, actor.language, ofDocument);
  const items = lines.map(({ documentId, requirement, ...line }) => ({
    input: {
      ...line,
      auditId: audit.id,
      ...(requirement === null ? {} : { requirement }),
      ...(documentId === null ? {} : { documentId }),
    },
  }));
  if (items.length > 0) await createMany(work, 'audit-question', system(), items, { audit: audit.number });
} // prettier-ignore

/** The report is out: its findings are open, and what does not conform becomes what is corrected or improved. */
export async function issueReport(work: Work, audit: InternalAudit, _actor: Actor, { facts, settings, at }: Context): Promise<void> {
  const { findings } = facts as ReportFacts;
  const usual = addDays(dayIn(settings, at), settings.get(auditDays).value.settle);
  for (const finding of findings) {
    const ownerId = finding.ownerId ?? audit.auditeeIds?.[0] ?? null;
    const dueOn = finding.dueOn ?? usual;
    const follows = await followUpOf(work, finding, { ownerId, dueOn });
    await act(work, { type: 'audit-finding', id: finding.id }, 'open', system(), { dueOn, ...(ownerId === null ? {} : { ownerId }), ...follows }, { at });
  }
  await notify(work, { kind: 'internal_audit.reported', recordId: audit.id, personIds: [...(audit.auditeeIds ?? [])] });
} // prettier-ignore

type Given = { readonly ownerId: string | null; readonly dueOn: string };

/** A nonconformity for what is major or minor, an idea for an opportunity; an observation is answered in the finding itself. */
async function followUpOf(work: Work, finding: FindingRow, { ownerId, dueOn }: Given) {
  const about = {
    title: finding.title,
    description: [finding.description, finding.evidence].filter(Boolean).join('\n\n') || finding.title,
    sourceId: finding.id,
    ...(ownerId === null ? {} : { ownerId }),
  };
  if (finding.grade === 'major' || finding.grade === 'minor') {
    const demand = finding.requirement === null ? { ownRule: finding.document ?? finding.title } : { requirement: finding.requirement };
    const made = await create(work, 'nonconformity', system(), { ...about, ...demand, grade: finding.grade, dueOn });
    return { nonconformityId: made.id };
  }
  if (finding.grade !== 'opportunity') return {};
  const made = await create(work, 'improvement', system(), about);
  return { improvementId: made.id };
} // prettier-ignore
