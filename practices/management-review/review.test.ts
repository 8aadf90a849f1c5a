import { beforeEach, describe, expect, test } from 'vitest';
import { reviewHouse, type Row } from './review.fixture.ts';
import { inputKeys } from './review.inputs.list.ts';
import { remind } from './review.jobs.ts';

const at = await reviewHouse();
const { lead, boss, other, engineer, auditor, agent, user } = at;
beforeEach(() => at.at('2026-03-02T01:00:00Z'));

describe('9.3-b to -d: the twelve inputs', () => {
  test('are all there, built from the data of the period, and an empty one is flagged and not hidden', async () => {
    const review = await at.frozen();
    const { frozen } = await at.inputsOf(review);
    expect(frozen?.map(({ key }) => key)).toEqual([...inputKeys]);
    const of = (key: string) => frozen?.find((input) => input.key === key);
    expect(of('trends')).toMatchObject({ status: 'filled' });
    expect(of('trends')?.figures.find(({ key }) => key === 'nonconformity.opened')).toMatchObject({
      value: 1,
      n: 1,
      before: 0,
    });
    expect(of('trends')?.lists.find(({ key }) => key === 'nonconformities_open')).toMatchObject({
      n: 1,
      items: [{ number: at.nonconformity.number }],
    });
    expect(of('performance')?.figures.find(({ key }) => key === 'incident.opened')?.value).toBe(4);
    expect(of('feedback')).toMatchObject({ status: 'empty' });
    expect(of('parties')).toMatchObject({ status: 'empty' });
    expect(await lead.does(review, 'note_input', { note: { key: 'resources', text: 'Two engineers are missing.' } })).toMatchObject({
      inputNotes: { resources: 'Two engineers are missing.' },
    }); // prettier-ignore
  });

  test('a period that is not over is refused: its figures would still change', async () => {
    await lead
      .does(await at.scheduled({ periodTo: '2026-03-02' }), 'freeze_inputs')
      .refused('management_review.period_not_over');
    await at.scheduled({ periodTo: '2026-01-31' }).refused('problem.dates_reversed', 'periodTo');
    await engineer.post('/management-reviews', { title: 'x' }).refused('problem.not_your_role');
  });

  test('stay as they were when the records change, and the difference is shown', async () => {
    const review = await at.held();
    const before = await at.inputsOf(review);
    expect(before.changes).toEqual([]);
    await at.owner.query(`update record set state = 'dismissed', open = false where id = $1`, [at.nonconformity.id]);
    const after = await at.inputsOf(review);
    await at.owner.query(`update record set state = 'opened', open = true where id = $1`, [at.nonconformity.id]);
    expect(after.frozen).toEqual(before.frozen);
    expect(after.changes).toContainEqual(expect.objectContaining({ input: 'trends', kind: 'figure', key: 'nonconformity.opened', was: 1, is: 0 }));
    expect(after.changes).toContainEqual(expect.objectContaining({ kind: 'list', key: 'nonconformities_open', was: 1, is: 0 }));
  }); // prettier-ignore
});

describe('9.3-a: top management reviews', () => {
  const cannot = async (attendance: unknown, code: string, fields: Readonly<Record<string, unknown>> = {}) =>
    lead
      .does(await lead.does(await at.scheduled(fields), 'freeze_inputs'), 'hold', {
        heldOn: '2026-03-02',
        attendance,
      })
      .refused(code);

  test('the chair belongs to the top management and is there; deputies alone are no review', async () => {
    await cannot([{ personId: lead.id, present: true }], 'management_review.chair_absent');
    await cannot([{ personId: boss.id, present: false }, { personId: other.id, present: true }], 'management_review.chair_absent');
    await cannot([{ personId: engineer.id, present: true, deputyForId: boss.id }], 'management_review.only_deputies');
    await cannot(at.attendance, 'management_review.chair_not_top', { chairId: lead.id });
    await lead.does(await at.frozen(), 'hold', { heldOn: '2026-03-02' }).status(422);
  }); // prettier-ignore

  test('it is held on a day that has come, with the inputs at hand', async () => {
    const review = await at.scheduled();
    await lead
      .does(review, 'hold', { heldOn: '2026-03-02', attendance: at.attendance })
      .refused('problem.wrong_state');
    await lead.does(review, 'freeze_inputs');
    const held = { attendance: at.attendance };
    await lead
      .does(review, 'hold', { ...held, heldOn: '2026-03-03' })
      .refused('management_review.held_in_future', 'heldOn');
    await lead
      .does(review, 'hold', { ...held, heldOn: '2026-03-01' })
      .refused('management_review.held_before_inputs', 'heldOn');
    expect(await lead.does(review, 'hold', { ...held, heldOn: '2026-03-02' })).toMatchObject({
      state: 'held',
    });
  });
});

describe('9.3-e and -f: decisions and minutes', () => {
  test('a decision to act has an owner and a day, and becomes an action that is followed', async () => {
    const review = await at.held();
    await lead.does(review, 'decide', at.decision({ ownerId: null })).refused('management_review.decision_needs_owner', 'decision');
    await lead.does(review, 'decide', at.decision({ dueOn: null })).refused('management_review.decision_needs_owner', 'decision');
    await auditor.does(review, 'decide', at.decision()).refused('problem.not_your_role');
    const after = await lead.does(review, 'decide', at.decision());
    const [decision] = after['decisions'] as { actionId: string }[];
    const { items } = (await lead.get(`/action-items?filter[sourceId]=${review.id}`)) as unknown as { items: Row[] };
    expect(items).toMatchObject([{ id: decision?.actionId, ownerId: engineer.id, dueOn: '2026-04-15', state: 'open' }]);
  }); // prettier-ignore

  test('minutes need three conclusions and a decision, and are signed by who chaired', async () => {
    const review = await at.held();
    await boss.does(review, 'sign').refused('management_review.not_concluded');
    const { adequacyNote: _left, ...rest } = at.conclusion;
    await lead.does(review, 'conclude', rest).refused('problem.required', 'adequacyNote');
    await lead.does(review, 'conclude', at.conclusion);
    await boss.does(review, 'sign').refused('management_review.no_decisions');
    await lead.does(
      review,
      'decide',
      at.decision({ kind: 'no_action', title: 'Nothing else', ownerId: null, dueOn: null }),
    );
    await other.does(review, 'sign').refused('management_review.not_its_chair');
    await lead.does(review, 'sign').refused('problem.not_your_role');
    expect(await boss.does(review, 'sign')).toMatchObject({ state: 'signed', signedById: boss.id });
  });

  test('signed minutes do not change any more, and are a paper too', async () => {
    const review = await at.signed();
    const { minutes } = review;
    expect(minutes).toMatchObject({
      chair: 'Liu Gang', present: ['Liu Gang', 'Ma Jun'], absent: ['Zhang Wei'], decisions: [{ owner: 'Zhang Wei' }],
    });
    await lead.does(review, 'decide', at.decision()).refused('problem.wrong_state');
    await lead.patch(`/management-reviews/${review.number}`, { discussion: 'later' }).refused('problem.wrong_state');
    await at.owner.query(`update record set title = 'Somebody else' where id = $1`, [engineer.id]);
    expect((await lead.get(`/management-reviews/${review.number}`))['minutes']).toEqual(minutes);
    await at.owner.query(`update record set title = 'Zhang Wei' where id = $1`, [engineer.id]);
    const printed = await at.app.inject({
      method: 'GET', url: `/api/v1/management-reviews/${review.number}/minutes?format=docx&language=zh-CN`, headers: { authorization: `Bearer ${lead.token}` },
    });
    expect([printed.statusCode, printed.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    await user.get(`/management-reviews/${review.number}/inputs`).status(403);
  }); // prettier-ignore

  test('what is open when the review is closed lies before the next one', async () => {
    const review = await at.signed();
    const closed = await lead.does(review, 'close');
    expect(closed['carriedIds']).toHaveLength(1);
    at.at('2026-04-02T01:00:00Z');
    const next = await lead.does(
      await at.scheduled({ title: 'Review of March', plannedOn: '2026-04-02', periodFrom: '2026-03-01', periodTo: '2026-03-31' }),
      'freeze_inputs',
    );
    const { frozen } = await at.inputsOf(next);
    const [earlier] = frozen?.find(({ key }) => key === 'actions')?.lists ?? [];
    const { rows } = await at.owner.query<{ number: string }>('select number from record where id = any($1::uuid[])', [closed['carriedIds']]);
    expect(earlier?.items.map(({ number }) => number)).toContain(rows[0]?.number);
  }); // prettier-ignore

  test('who leads and the chair are told before the day, and when it passed', async () => {
    const review = await at.scheduled({ plannedOn: '2026-03-10' });
    await remind(at.house);
    at.at('2026-03-12T01:00:00Z');
    await remind(at.house);
    await remind(at.house);
    const { rows } = await at.owner.query(
      `select kind, count(*)::int as n from notification where record_id = $1 and kind in ('management_review.soon', 'management_review.late') group by 1 order by 1`,
      [review.id],
    );
    expect(rows).toEqual([{ kind: 'management_review.late', n: 2 }, { kind: 'management_review.soon', n: 2 }]);
  }); // prettier-ignore
});

describe('5.1: the management looks itself', () => {
  const draw = (fields: Readonly<Record<string, unknown>> = {}) =>
    boss.post('/spot-checks', {
      title: 'Incidents of February',
      recordType: 'incident',
      periodFrom: '2026-02-01',
      periodTo: '2026-02-28',
      n: 2,
      ...fields,
    });
  type Items = { position: number; number: string }[];

  test('records are drawn by chance and a stored seed, which draws the same again', async () => {
    const first = await draw({ seed: 'spring' });
    const again = await draw({ seed: 'spring' });
    const numbers = (row: Row) => (row['items'] as Items).map(({ number }) => number);
    expect(numbers(first)).toHaveLength(2);
    expect(numbers(again)).toEqual(numbers(first));
    expect(first).toMatchObject({ populationCount: 4, seedMade: false });
    expect(await draw()).toMatchObject({ seedMade: true, seed: expect.any(String) as string });
    await draw({ n: 5 }).refused('spot_check.too_many', 'n');
    await draw({ recordType: 'beauty' }).refused('spot_check.no_such_type', 'recordType');
    await draw({ periodFrom: '2025-01-01', periodTo: '2025-02-01' }).refused('spot_check.empty', 'periodFrom');
    await draw({ requirement: '8.6.1-zz' }).refused('management_review.no_such_requirement', 'requirement');
    await agent.post('/spot-checks', {}).refused('problem.not_your_role');
  }); // prettier-ignore

  test('each is looked at, what does not conform is told, and the result is stored', async () => {
    const check = await draw();
    await boss.does(check, 'conclude', { conclusion: 'fine' }).refused('spot_check.undecided');
    await boss
      .does(check, 'look', { item: { position: 1, result: 'not_conform' } })
      .refused('spot_check.note_needed');
    await boss
      .does(check, 'look', { item: { position: 9, result: 'conform' } })
      .refused('spot_check.no_such_item');
    await boss.does(check, 'look', { item: { position: 1, result: 'not_conform', note: 'No category' } });
    await boss.does(check, 'look', { item: { position: 2, result: 'conform' } });
    expect(await boss.does(check, 'conclude', { conclusion: 'Half had no category.' })).toMatchObject({
      state: 'concluded',
      items: [{ result: 'not_conform', note: 'No category' }, { result: 'conform' }],
    });
  });
});

test('every figure is what plain SQL counts', async () => {
  const figure = async (key: string) =>
    ((await lead.get(`/measures?key=${key}&from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z`)) as unknown as {
      items: { value: number | null; n: number; numerator?: number }[];
    }).items[0];
  const { rows } = await at.owner.query<Record<string, number>>(
    `select count(*)::int as planned, (count(*) filter (where held_on <= planned_on + 7))::int as held,
       (select count(*)::int from action_item a join record s on s.id = a.source_id and s.type = 'management-review') as due,
       (select count(*)::int from spot_check where concluded_at is not null) as looked
     from management_review`,
  );
  expect(await figure('management_review.held_on_time')).toMatchObject({ n: rows[0]?.['planned'], numerator: rows[0]?.['held'] });
  expect(await figure('management_review.actions_done')).toMatchObject({ n: rows[0]?.['due'], numerator: 0 });
  expect(await figure('spot_check.concluded')).toMatchObject({ value: rows[0]?.['looked'] });
}); // prettier-ignore
