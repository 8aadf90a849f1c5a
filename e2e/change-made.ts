import { risks, inMinutes, type Desk } from './change-desk.ts';
import { call } from './desk.ts';

type People = Readonly<Record<'requester' | 'implementer' | 'manager' | 'reviewer', Desk>>;
const areas = ['services', 'customers', 'policies', 'capacity', 'availability', 'continuity', 'security', 'other_changes'] as const; // prettier-ignore
const plan = {
  implementationPlan: [{ title: 'Drain the node' }, { title: 'Restart it and watch the queue' }],
  backOutPlan: {
    kind: 'reverse',
    steps: [{ title: 'Put the node back into the pool with nodectl join' }, { title: 'Compare its queue with that of node 1' }, { title: 'Place a test order and follow it' }],
    decisionPoint: 'After ten minutes, or as soon as an order hangs',
    minutes: 10,
    tested: true,
    testNote: 'Tried on staging in March',
  },
}; // prettier-ignore

/** A small change, carried out and reviewed, as often as a model has to show; and the model that rests on them. */
export async function provenModel(people: People, itemId: string, title: string) {
  const proofIds: string[] = [];
  for (let n = 0; n < 3; n += 1) proofIds.push(await reviewed(people, itemId, `${title} ${n}`));
  return call(people.requester.page.request, 'POST', '/change-models', {
    title,
    use: 'standard',
    objective: 'The node answers again and its queue is empty',
    subjectIds: [itemId],
    riskAnswers: risks.low,
    ...plan,
    testMethod: 'Tried on the staging node each month',
    proofIds,
  });
}

async function reviewed(people: People, itemId: string, title: string): Promise<string> {
  const { requester, implementer, manager, reviewer } = people;
  // One after the other in the same window: their windows touch, they do not overlap.
  const change = await call(requester.page.request, 'POST', '/changes', {
    title, category: 'minor', purpose: 'Its queue has stopped once more', objective: 'The queue runs empty again',
    subjectIds: [itemId], plannedStartAt: inMinutes(0), plannedEndAt: inMinutes(5),
  }); // prettier-ignore
  const does = ({ page }: Desk, name: string, input: object = {}) =>
    call(page.request, 'POST', `/changes/${change.number}/transitions/${name}`, input);
  await does(requester, 'submit');
  await does(requester, 'assess', {
    implementerId: implementer.id, riskAnswers: risks.low, costCents: 0,
    impactAnswers: Object.fromEntries(areas.map((area) => [area, { affected: false, text: '' }])),
  }); // prettier-ignore
  const { items } = await call(manager.page.request, 'GET', '/me/approvals');
  const waiting = items.find((one) => (one as unknown as { record: { number: string } }).record.number === change.number); // prettier-ignore
  await call(manager.page.request, 'POST', `/approvals/${waiting?.id}/approve`, {});
  await does(requester, 'schedule', { ...plan, testEvidence: 'Tried on staging, protocol TST-3', windowBasis: 'no_interruption' }); // prettier-ignore
  await does(implementer, 'start');
  for (const step of [1, 2]) await does(implementer, 'log_step', { step, outcome: 'done' });
  await does(implementer, 'complete');
  await does(requester, 'open_review', { cisUpdated: 'not_affected', usersInformed: 'not_concerned', monitoringResult: 'The queue stays empty', reviewerId: reviewer.id }); // prettier-ignore
  await does(reviewer, 'finish_review', { objectiveMet: 'yes', deviations: 'None worth a word', lessons: 'It can be repeated', userFeedback: 'Nobody noticed it' }); // prettier-ignore
  return change.id;
}
