import { beforeEach, describe, expect, test } from 'vitest';
import { nonconformityHouse } from './nonconformity.fixture.ts';
import { watchThem } from './nonconformity.jobs.ts';

const at = await nonconformityHouse();
const { lead, boss, doer, engineer, auditor, agent, user, service, raised, contained, cause } = at;
type Row = Record<string, unknown> & { id: string; number: string };
beforeEach(() => at.at('2026-03-02T01:00:00Z'));

describe('10.1-a: it comes from anywhere', () => {
  test('from any record in one step: kind of source, service and unit follow from the record, and the link stays', async () => {
    const incident = await agent.post('/incidents', {
      title: 'Shop is down', channel: 'phone', requesterId: user.id, serviceId: service.id,
    }); // prettier-ignore
    const made = await agent.post('/nonconformities', {
      title: 'The desk did not answer for an hour', description: 'Phone log of 1 March', ownRule: 'Answered within 60 seconds', sourceId: incident.id,
    }); // prettier-ignore
    expect(made).toMatchObject({
      state: 'opened', origin: 'incident', sourceId: incident.id, serviceId: service.id, grade: 'minor',
      planDueOn: '2026-03-16', dueOn: '2026-05-01',
    }); // prettier-ignore
    const { items } = (await lead.get(`/nonconformities?filter[sourceId]=${incident.id}`)) as unknown as {
      items: Row[];
    };
    expect(items.map(({ number }) => number)).toEqual([made.number]);
  });

  test('from a lapse: its requirement and grade are taken over', async () => {
    const lapse = await at.create('lapse', { ...lead.actor, holdings: [{ role: 'system' }] }, {
      title: '8.6.3-j · PRB-000001', rule: 'problem.published', requirement: '8.6.3-j', subjectKey: 'x',
    }); // prettier-ignore
    await lead.does(lapse, 'accept', { grade: 'major', ownerId: doer.id, dueOn: '2026-04-01' });
    expect(await raised({ requirement: undefined, sourceNote: undefined, sourceId: lapse.id })).toMatchObject({
      origin: 'lapse', requirement: '8.6.3-j', grade: 'major',
    }); // prettier-ignore
  });

  test('without a source or without a demand that was not met it is refused; so is a record that one may not see', async () => {
    await raised({ sourceNote: undefined }).refused('nonconformity.source_needed', 'sourceNote');
    await raised({ requirement: undefined }).refused('nonconformity.demand_needed', 'requirement');
    await raised({ requirement: '8.5.1.2-z' }).refused('nonconformity.no_such_requirement', 'requirement');
    await raised({ description: undefined }).refused('problem.required', 'description');
    await raised({ planDueOn: '2026-04-02', dueOn: '2026-04-01' }).refused('problem.dates_reversed', 'dueOn');
    await raised({ sourceId: '00000000-0000-7000-8000-000000000000' }).refused('nonconformity.no_such_source', 'sourceId');
    await user.post('/nonconformities', { title: 'x', description: 'y' }).refused('problem.not_your_role');
  }); // prettier-ignore

  test('whoever is responsible does not dismiss it; who leads the system does, with a reason', async () => {
    const mine = await raised({ ownerId: lead.id });
    await lead.does(mine, 'dismiss', { reason: 'no' }).refused('nonconformity.own_case');
    await boss.does(mine, 'dismiss', {}).refused('problem.required', 'reason');
    await engineer.does(mine, 'contain', { correction: 'x' }).refused('nonconformity.not_its_owner');
    expect(await boss.does(mine, 'dismiss', { reason: 'The rule does not hold for tests.' })).toMatchObject({ state: 'dismissed' });
  }); // prettier-ignore

  test('only what a certification body raised is accepted by one', async () => {
    const record = await raised();
    await doer.patch(`/nonconformities/${record.number}`, { bodyAcceptance: 'submitted' }).refused('nonconformity.no_body', 'bodyAcceptance');
    await doer.patch(`/nonconformities/${record.number}`, { origin: 'certification_audit', bodyAcceptance: 'submitted' });
  }); // prettier-ignore
});

describe('10.1-b: cause and extent', () => {
  test('the correction is not the cause, and neither is the fault told again or a mistake of somebody', async () => {
    const record = await contained();
    const cannot = (fields: object, code: string, field: string) =>
      doer.does(record, 'find_cause', { ...cause, ...fields }).refused(code, field);
    await cannot({ rootCause: 'two changes were carried out, without approval!' }, 'nonconformity.cause_is_symptom', 'rootCause');
    await cannot({ rootCause: record['correction'] }, 'nonconformity.cause_is_symptom', 'rootCause');
    await cannot({ rootCause: 'Human error.' }, 'nonconformity.human_error_alone', 'rootCause');
    await cannot({ rootCause: '操作失误' }, 'nonconformity.human_error_alone', 'rootCause');
    await cannot({ extentCheck: undefined }, 'problem.required', 'extentCheck');
    await cannot({ extentCount: undefined }, 'nonconformity.extent_count_needed', 'extentCount');
    await cannot({ repeatOfId: record.id }, 'nonconformity.repeats_itself', 'repeatOfId');
  }); // prettier-ignore

  test('without corrective action goes only what is minor and was found nowhere else, decided by somebody else', async () => {
    const given = { extentCheck: 'The other desks', extentResult: 'only_here', waivedReason: 'The service ends in May.' };
    await boss.does(await contained({ grade: 'major' }), 'waive_action', given).refused('nonconformity.major_needs_action');
    const record = await contained();
    await doer.does(record, 'waive_action', given).refused('problem.not_your_role');
    await boss.does(record, 'waive_action', { ...given, extentResult: 'elsewhere' }).refused('nonconformity.elsewhere_needs_action');
    expect(await boss.does(record, 'waive_action', given)).toMatchObject({ state: 'closed', waivedById: boss.id });
  }); // prettier-ignore

  test('others of the same requirement are shown as seen before', async () => {
    const first = await raised({ requirement: '8.7.2-a' });
    const second = await raised({ requirement: '8.7.2-a' });
    const { items } = (await lead.get(`/nonconformities/${second.number}/alike`)) as unknown as {
      items: Row[];
    };
    expect(items).toMatchObject([{ number: first.number, why: ['requirement'] }]);
  });
});

describe('10.1-c and -d: action and its effect', () => {
  test('a plan needs corrective actions; it is done when all of them are', async () => {
    const record = await contained();
    await doer.does(record, 'find_cause', cause);
    await doer.does(record, 'plan', at.plan).refused('nonconformity.actions_needed');
    const action = await at.act(record);
    await doer.does(record, 'plan', at.plan);
    const given = { systemChange: 'none' };
    await doer.does(record, 'finish', given).refused('nonconformity.actions_open');
    await engineer.does(action, 'finish', { result: 'on' });
    await doer
      .does(record, 'finish', { systemChange: 'document' })
      .refused('problem.required', 'systemChangeNote');
    expect(await doer.does(record, 'finish', given)).toMatchObject({
      state: 'done',
      implementerIds: [engineer.id],
    });
  });

  test('the effect is looked at after the waiting time and not before', async () => {
    const record = await at.done();
    await doer
      .does(record, 'wait', { waitUntil: '2026-03-02' })
      .refused('nonconformity.wait_is_past', 'waitUntil');
    expect(await doer.does(record, 'wait', {})).toMatchObject({ state: 'waiting', waitUntil: '2026-04-01' });
    await auditor.does(record, 'begin_check').refused('nonconformity.too_early');
    at.at('2026-04-01T01:00:00Z');
    await watchThem(at.house);
    expect(await lead.get(`/nonconformities/${record.number}`)).toMatchObject({ state: 'effectiveness' });
  });

  test('S4: neither who is responsible nor who carried it out says that it helped; another one does', async () => {
    const record = await at.toCheck();
    const given = { effectivenessNote: 'Looked at 15 changes' };
    await doer.does(record, 'confirm_effective', given).refused('nonconformity.checker_did_it');
    await engineer.does(record, 'confirm_effective', given).refused('nonconformity.checker_did_it');
    await auditor.does(record, 'confirm_effective', {}).refused('problem.required', 'effectivenessNote');
    expect(await auditor.does(record, 'confirm_effective', given)).toMatchObject({
      state: 'closed', checkedById: auditor.id, sodException: false,
    }); // prettier-ignore
  });

  test('what did not help begins again at the cause, and so does what comes back', async () => {
    const record = await at.toCheck();
    expect(
      await auditor.does(record, 'find_ineffective', { effectivenessNote: 'Two of 15 had none' }),
    ).toMatchObject({ state: 'reopened', reopenCount: 1, waitUntil: null });
    expect(await doer.does(record, 'find_cause', cause)).toMatchObject({ state: 'cause_known' });
    const other = await at.closed();
    await engineer.does(other, 'reopen', { reason: 'again' }).refused('problem.not_your_role');
    expect(await auditor.does(other, 'reopen', { reason: 'CHG-000031 had none' })).toMatchObject({ state: 'reopened' });
  }); // prettier-ignore

  test('who is responsible is told at 50, 75 and 90 %, once each, and with who leads when the day is over', async () => {
    const record = await raised({ planDueOn: '2026-03-11', dueOn: '2026-03-11' });
    const told = async () =>
      (
        await at.owner.query<{ kind: string; n: number; percent: string }>(
          `select kind, params->>'percent' as percent, count(*)::int as n from notification where record_id = $1
             and kind in ('nonconformity.time_passes', 'nonconformity.overdue') group by 1, 2 order by 1 desc, 2`,
          [record.id],
        )
      ).rows;
    for (const day of ['03', '07', '07', '11', '12', '13']) {
      at.at(`2026-03-${day}T12:00:00Z`);
      await watchThem(at.house);
    }
    expect(await told()).toEqual([
      { kind: 'nonconformity.time_passes', percent: '50', n: 1 },
      { kind: 'nonconformity.time_passes', percent: '90', n: 1 },
      { kind: 'nonconformity.overdue', percent: '100', n: 2 },
    ]);
  }); // prettier-ignore
});

describe('figures', () => {
  beforeEach(() => at.at('2026-04-02T01:00:00Z'));

  test('every figure is what plain SQL counts', async () => {
    const from = '2026-03-01T00:00:00Z';
    const to = '2026-05-01T00:00:00Z';
    const figure = async (key: string) =>
      ((await lead.get(`/measures?key=nonconformity.${key}&from=${from}&to=${to}`)) as unknown as {
        items: { value: number | null; n: number; numerator?: number }[];
      }).items[0];
    const one = async (sql: string) => (await at.owner.query<Record<string, number>>(sql, [to])).rows[0] ?? {};
    const rows = 'from nonconformity t join record r on r.id = t.id';
    const counted = await one(`select count(*) filter (where state <> 'dismissed')::int as opened,
      count(*) filter (where state <> 'dismissed' and (closed_at is null or closed_at > $1))::int as open,
      count(*) filter (where state = 'closed' and waived_by_id is null)::int as checked,
      count(*) filter (where state = 'closed' and waived_by_id is null and reopen_count = 0)::int as effective,
      (avg(extract(epoch from closed_at - created_at) * 1000) filter (where state = 'closed'))::float8 as mean ${rows}`);
    expect(await figure('opened')).toMatchObject({ value: counted['opened'] });
    expect(await figure('open')).toMatchObject({ value: counted['open'] });
    expect(await figure('effective')).toMatchObject({ n: counted['checked'], numerator: counted['effective'] });
    expect((await figure('time_to_close'))?.value).toBeCloseTo(counted['mean'] ?? 0, 0);
    const again = await one(`select count(*)::int as n from (select requirement, row_number() over (partition by requirement order by r.id) as nth,
      repeat_of_id from nonconformity t join record r on r.id = t.id where state <> 'dismissed' and $1::text is not null) x
      where repeat_of_id is not null or (nth > 1 and requirement is not null)`);
    expect(await figure('recurrence')).toMatchObject({ n: counted['opened'], numerator: again['n'] });
    const late = await one(`select count(*)::int as n ${rows} where r.open and due_on < $1::date and actions_done_at is null`);
    expect(await figure('overdue')).toMatchObject({ value: late['n'] });
    expect(await figure('old')).toMatchObject({ value: 0 });
  }); // prettier-ignore
});
