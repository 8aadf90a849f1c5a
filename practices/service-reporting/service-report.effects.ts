import type { Actor } from '../../kernel/access/actor.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { create } from '../../kernel/record/act.ts';
import type { Decision, ServiceReport, Shown } from './service-report.fields.ts';
import { amountIn } from './amount.ts';

const mostInMail = 12;

/** What a mail says of a report: what was missed first, each figure against its target. */
function factsOf({ contents }: ServiceReport) {
  const order = (figure: Shown) => (figure.met === false ? 0 : figure.met === true ? 1 : 2);
  return (contents?.figures ?? [])
    .toSorted((a, b) => order(a) - order(b))
    .slice(0, mostInMail)
    .map((figure) => [`@${figure.key.replace('.', '.measure.')}`, { en: lineOf(figure, 'en'), 'zh-CN': lineOf(figure, 'zh-CN') }]);
} // prettier-ignore

function lineOf({ value, unit, target, direction, n }: Shown, language: 'en' | 'zh-CN'): string {
  const against = target === null || direction === 'observe' ? '' : ` (${direction === 'at_most' ? '≤' : '≥'} ${amountIn(language, unit, target)})`;
  return `${amountIn(language, unit, value)}${against}, n = ${n}`;
} // prettier-ignore

export async function tellIssued(work: Work, report: ServiceReport): Promise<void> {
  await notify(work, {
    kind: 'service_report.issued',
    recordId: report.id,
    personIds: report.recipientIds ?? [],
    params: { report: report.number, from: report.periodFrom, to: report.periodTo, facts: factsOf(report) },
    key: `${report.id}:issued`,
  });
}

/** Each decision to act becomes an action that is followed until it is done. */
export async function makeActions(work: Work, report: ServiceReport, actor: Actor): Promise<void> {
  for (const { action, note } of report.decisions ?? [])
    if (action)
      await create(work, 'action-item', actor, {
        ...action,
        description: note,
        sourceId: report.id,
        ...(report.serviceId === null ? {} : { serviceId: report.serviceId }),
      });
}

/** 9.4 d: those concerned hear what was agreed. */
export async function tellActions(work: Work, report: ServiceReport): Promise<void> {
  const said = (report.decisions ?? []).map(({ key, note, action }: Decision) => [
    key === 'overall' ? '@service_report.overall' : `@${key.replace('.', '.measure.')}`,
    { en: line(note, action), 'zh-CN': line(note, action) },
  ]);
  await notify(work, {
    kind: 'service_report.told',
    recordId: report.id,
    personIds: report.recipientIds ?? [],
    params: {
      report: report.number,
      facts: said,
      ...(report.toldNote === null ? {} : { text: report.toldNote }),
    },
    key: `${report.id}:told`,
  });
}

const line = (note: string, action: Decision['action']) =>
  action ? `${action.title} (${action.dueOn}). ${note}` : note;
