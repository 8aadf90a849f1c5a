import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import { defineNotices } from '../../kernel/notification/notice.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { addresseesOf } from './acknowledgement.store.ts';

const dayOf = ({ house }: Work) => dayIn(house.reference.settings, house.now());

async function participants(work: Work, id: string): Promise<string[]> {
  const [row] = await work.run<{ ids: string[] }>(
    'session_participants',
    'select participant_ids as ids from training_session where id = $1',
    [id],
  );
  return row?.ids ?? [];
}

/** People hear what is asked of them; who leads hears what is due. */
export const competenceNotices = defineNotices(
  {
    kind: 'competence_assessment.assessed', staffOnly: true,
    on: { type: 'competence-assessment', action: 'assess' }, to: ['requester'],
  },
  { kind: 'competence_assessment.expiring', staffOnly: true, usual: 'digest' },
  {
    kind: 'competence_gap.planned', staffOnly: true, usual: 'mail',
    on: { type: 'competence-gap', action: 'plan' }, to: ['owner', 'requester'],
  },
  { kind: 'competence_gap.due', staffOnly: true, usual: 'mail' },
  { kind: 'competence_gap.check_due', staffOnly: true, usual: 'mail' },
  {
    kind: 'training_session.invited', staffOnly: true, usual: 'mail',
    on: { type: 'training-session', action: ['create', 'edit'] },
    when: ({ changes }) => ['participantIds', 'startsAt', 'place'].some((field) => changes[field] !== undefined),
    to: [({ work, record }) => participants(work, record.id)],
  },
  {
    kind: 'training_session.cancelled', staffOnly: true, usual: 'mail',
    on: { type: 'training-session', action: 'cancel' },
    to: [({ work, record }) => participants(work, record.id)],
  },
  { kind: 'training_session.check_due', staffOnly: true, usual: 'mail' },
  {
    kind: 'competence_record.to_verify', staffOnly: true,
    on: { type: 'competence-record', action: ['create', 'renew'] },
    when: ({ toState, actorId }) => toState === 'noted' && actorId !== null,
    to: [({ work }) => holdersOn(work, ['sms-manager'], dayOf(work))],
  },
  { kind: 'competence_record.expiring', staffOnly: true, usual: 'mail' },
  {
    kind: 'awareness_campaign.started', staffOnly: true, usual: 'mail',
    on: { type: 'awareness-campaign', action: 'start' },
    to: [({ work, record }) => addresseesOf(work, record.id, dayOf(work))],
  },
  { kind: 'awareness_campaign.reminder', staffOnly: true, usual: 'mail' },
); // prettier-ignore
