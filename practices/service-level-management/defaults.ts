import type { Actor, Language } from '../../kernel/access/actor.ts';
import type { Calendar, Hours } from '../../kernel/calendar/calendar.types.ts';
import { chinaHolidays } from '../../kernel/calendar/china/china-holidays.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Sector } from '../../kernel/practice/kind.ts';
import { aroundTheClock } from '../../kernel/practice/reference.ts';
import { act, create } from '../../kernel/record/act.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { dateIn } from './dates.ts';
import { sectorTargets } from './sector.targets.ts';

type CalendarInput = Pick<Calendar, 'zone' | 'weekly' | 'exceptions'> & { readonly title: string };
export type DefaultCalendars = {
  readonly always: CalendarInput;
  readonly china: CalendarInput;
  readonly office: CalendarInput;
};

const china = 'Asia/Shanghai';
const officeHours: Hours[] = [['09:00', '12:00'], ['13:00', '18:00']]; // prettier-ignore
const officeWeek: Calendar['weekly'] = {
  mon: officeHours,
  tue: officeHours,
  wed: officeHours,
  thu: officeHours,
  fri: officeHours,
};
/** Around the clock, China's office hours with the State Council's notices, and office hours in the given zone. */
export const defaultCalendars = (zone: string, language: Language): DefaultCalendars => {
  const words = texts[language];
  return {
    always: { title: '24×7', zone, weekly: aroundTheClock.calendar.weekly, exceptions: [] },
    china: { title: words.china, zone: china, weekly: officeWeek, exceptions: chinaHolidays() },
    office: { title: `5×8 ${zone}`, zone, weekly: officeWeek, exceptions: [] },
  };
};

/** The standing offer: holds for every customer and service that has no agreement of its own. */
export const defaultAgreements = (
  calendars: { alwaysId: string; officeId: string },
  validFrom: string,
  language: Language,
  sector: Sector | null = null,
) => {
  const words = texts[language];
  return [
    {
      title: words.offer,
      kind: 'sla',
      everyCustomer: true,
      everyService: true,
      calendarId: calendars.officeId,
      supportHours: words.supportHours,
      validFrom,
      targets: sectorTargets(sector, calendars.alwaysId),
      measuringPoint: words.measuringPoint,
      workloadLimits: words.workloadLimits,
      exceptions: words.exceptions,
      escalation: words.escalation,
      complaintRoute: words.complaintRoute,
      termination: words.termination,
    },
  ];
};

/**
 * What a first visit needs so that every record has a promise: three calendars and the standing offer, in force from
 * `validFrom` (today in the zone unless a history is to follow). The actor must be the software or hold the service
 * level manager's role; the customers' signature is the publication.
 */
export async function createDefaults(
  work: Work,
  actor: Actor,
  zone: string,
  language: Language,
  validFrom?: string,
  sector: Sector | null = null,
) {
  const inputs = defaultCalendars(zone, language);
  const always = await create(work, 'calendar', actor, inputs.always);
  const inChina = await create(work, 'calendar', actor, inputs.china);
  const office = zone === china ? inChina : await create(work, 'calendar', actor, inputs.office);
  const today = dateIn(zone, work.house.now());
  const made: BaseRecord[] = [];
  const offers = defaultAgreements(
    { alwaysId: always.id, officeId: office.id },
    validFrom ?? today,
    language,
    sector,
  );
  for (const offer of offers) {
    const { id } = await create(work, 'agreement', actor, offer);
    const named = { type: 'agreement', id };
    await act(work, named, 'negotiate', actor);
    await act(work, named, 'agree', actor, {
      signedCustomer: texts[language].signature,
      signedCustomerOn: today,
    });
    made.push((await act(work, named, 'activate', actor)).record);
  }
  return { calendars: { always, china: inChina, office }, agreements: made };
}

const texts = {
  en: {
    china: 'China 5×8 with holidays and moved workdays',
    offer: 'Standing offer to all customers',
    signature: 'Standing offer, published to all customers',
    supportHours: 'Priorities 1 and 2 around the clock, 3 and 4 in the service hours',
    measuringPoint:
      'Times of the record: from the user’s report or the confirmed alarm until the service is restored for the user',
    workloadLimits:
      'The usual number of reports. A campaign, a migration or a new group of users is announced two weeks ahead; targets are agreed anew for its time.',
    exceptions:
      'Agreed maintenance windows, duplicates and cancelled reports, waiting for the customer, force majeure.',
    escalation: 'Incident manager, then service owner, then top management.',
    complaintRoute: 'To the business relationship manager; answered within one working day.',
    termination:
      'It is replaced by an agreement of the customer’s own, or withdrawn with one month’s notice.',
  },
  'zh-CN': {
    china: '中国 5×8（含法定节假日和调休工作日）',
    offer: '面向全体客户的标准服务承诺',
    signature: '标准服务承诺，已向全体客户公布',
    supportHours: '优先级 1、2 全天候支持，优先级 3、4 在服务时间内支持',
    measuringPoint: '以记录的时间为准：自用户报告或告警确认起，至用户侧服务恢复为止',
    workloadLimits:
      '以通常的报告数量为限。促销活动、系统迁移或新增用户群须提前两周告知，期间的目标另行商定。',
    exceptions: '约定的维护窗口、重复和已取消的报告、等待客户期间、不可抗力。',
    escalation: '依次升级至事件经理、服务负责人、最高管理者。',
    complaintRoute: '向业务关系经理提出，一个工作日内答复。',
    termination: '由客户自己的协议取代，或提前一个月通知后撤回。',
  },
} as const;
