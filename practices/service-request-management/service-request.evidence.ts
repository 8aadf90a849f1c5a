import { answers, each, where, type Evidence } from '../../kernel/evidence/evidence.ts';

/** 8.6.2, answered by requests, their tasks and their models. Checks of requests read nothing but a request's own rows. */
const requests = { recordType: 'service-request', byDay: true } as const;
const sent = `t.submitted_at is not null and r.state not in ('cancelled', 'converted')`;
const fulfilled = `t.fulfilled_at is not null and r.state in ('fulfilled', 'closed')`;

export const requestEvidence: readonly Evidence[] = [
  answers(
    '8.6.2-a',
    each({
      ...requests,
      key: 'service_request.recorded',
      population: where(sent),
      fault: where('t.model_id is null or r.requester_id is null or t.form_version is null'),
    }),
  ),
  answers(
    '8.6.2-b',
    each({
      ...requests,
      key: 'service_request.prioritised',
      population: where(fulfilled),
      fault: where(`t.target_minutes is null and not exists (
        select 1 from clock c where c.record_id = r.id and c.target_ms is not null)`),
    }),
  ),
  answers(
    '8.6.2-c',
    each({
      ...requests,
      key: 'service_request.fulfilled',
      population: where(fulfilled),
      fault: where('t.fulfilled_by_id is null'),
    }),
    each({
      ...requests,
      key: 'service_request.approved',
      population: where(`${fulfilled} and exists (select 1 from approval a where a.record_id = r.id)`),
      fault: where(`not exists (select 1 from approval a
        where a.record_id = r.id and a.state = 'approved' and a.ended_at <= t.fulfilled_at)`),
      watched: true,
    }),
    each({
      ...requests,
      key: 'service_request.closed',
      population: where(`r.state = 'closed'`),
      fault: where('t.closure_code is null or r.closed_at is null'),
    }),
  ),
  answers(
    '8.6.2-d',
    each({
      ...requests,
      key: 'service_request.steps_recorded',
      population: where(fulfilled),
      // The request is fulfilled by an act of its own, after its tasks: its day is counted again then.
      fault: where(`exists (select 1 from fulfilment_task f join record k on k.id = f.id
          where f.request_id = r.id and f.done_at is null and k.state not in ('cancelled', 'skipped'))
        or not exists (select 1 from trail_event e where e.record_id = r.id and e.version > 1
          and e.at >= t.submitted_at and e.at <= t.fulfilled_at)`),
    }),
  ),
  answers(
    '8.6.2-e',
    each({
      key: 'request_model.instruction',
      recordType: 'request-model',
      at: 'now',
      empty: 'missing',
      population: where(`r.state = 'active'`),
      fault: where(`coalesce(btrim(t.instruction_en), btrim(t.instruction_zh), '') = '' and not exists (
        select 1 from link l join record k on k.id = case when l.from_id = r.id then l.to_id else l.from_id end
        where r.id in (l.from_id, l.to_id) and k.type in ('article', 'document'))`),
    }),
  ),
];
