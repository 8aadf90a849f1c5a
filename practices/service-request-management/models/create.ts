import type { Actor } from '../../../kernel/access/actor.ts';
import type { Work } from '../../../kernel/practice/house.ts';
import { act, create } from '../../../kernel/record/act.ts';
import type { BaseRecord } from '../../../kernel/record/base.ts';
import { accessModels } from './access.ts';
import type { Shipped } from './kit.ts';
import { officeModels } from './offices.ts';
import { serviceModels } from './services.ts';

/** Where the shipped models are fulfilled; administration has its own team where there is one. */
type Places = {
  readonly teamId: string;
  readonly officeTeamId?: string;
  readonly ownerId: string | null;
  readonly calendarId: string;
};

const input = (model: Shipped, places: Places) => ({
  titleEn: model.title.en,
  titleZh: model.title['zh-CN'],
  descriptionEn: model.description.en,
  descriptionZh: model.description['zh-CN'],
  category: model.category,
  icon: model.icon,
  instructionEn: model.instruction.en,
  instructionZh: model.instruction['zh-CN'],
  form: { questions: model.questions },
  approvalSteps: model.approvalSteps ?? [],
  tasks: model.tasks,
  targetHours: model.targetHours,
  priority: model.priority ?? 4,
  ...(model.costCents === undefined ? {} : { costCents: model.costCents }),
  ...(model.costQuestion === undefined ? {} : { costQuestion: model.costQuestion }),
  ...(model.recertifyMonths === undefined
    ? {}
    : { grantsAccess: true, recertifyMonths: model.recertifyMonths }),
  teamId: officeModels.includes(model) ? (places.officeTeamId ?? places.teamId) : places.teamId,
  ...(places.ownerId === null ? {} : { ownerId: places.ownerId }),
  calendarId: places.calendarId,
});

/** The twelve models that ship, made and activated by acts like any other. */
export async function createShippedModels(
  work: Work,
  actor: Actor,
  places: Places,
): Promise<readonly BaseRecord[]> {
  const made: BaseRecord[] = [];
  for (const model of [...accessModels, ...serviceModels, ...officeModels]) {
    const { id } = await create(work, 'request-model', actor, input(model, places));
    made.push((await act(work, { type: 'request-model', id }, 'activate', actor)).record);
  }
  return made;
}

/** On the first day all of them go to the one team that there is, in the office hours of the zone. */
export async function createModels(work: Work, actor: Actor, zone: string): Promise<void> {
  const [team] = await work.run<{ id: string; lead: string | null }>(
    'first_team',
    `select t.id, t.lead_id as lead from team t join record r on r.id = t.id where r.state = 'active' order by r.number limit 1`,
  );
  const [calendar] = await work.run<{ id: string }>(
    'office_calendar',
    `select c.id from calendar c join record r on r.id = c.id where r.state = 'active'
     order by c.zone = $1 desc, c.weekly ? 'sun', r.number limit 1`,
    [zone],
  );
  if (!team || !calendar) return;
  await createShippedModels(work, actor, { teamId: team.id, ownerId: team.lead, calendarId: calendar.id });
}
