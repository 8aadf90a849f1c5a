import type { FastifyRequest } from 'fastify';
import { mayView } from '../../kernel/access/access.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { typeNamed } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { forbidden, invalidField, notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { isEntitled, personOf } from './asker.queries.ts';
import { stepsFor } from './approvers.ts';
import { initialAnswers } from './form.ts';
import { peopleNamed } from './form.said.ts';
import { activeModels, formOf } from './request-model.queries.ts';
import { costOf } from './service-request.facts.ts';
import type { ServiceRequest } from './service-request.fields.ts';
import { onDesk } from './service-request.rules.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const routes: RouteSet = (app, house) => {
  const read = (request: FastifyRequest, resource: string) => actorOf(house, request, resource, 'read');

  route(app, {
    method: 'GET', path: '/api/v1/me/request-models', id: 'my_request_models', tag: 'service-requests',
    summary: 'What is offered to me; with ?for=<person> the desk asks what is offered to somebody else',
  }, async (request) => {
    const actor = await read(request, 'service-requests');
    const wanted = query(request)['for'];
    if (wanted !== undefined && !uuid.test(wanted)) throw invalidField('for', 'answer.person', {}, wanted);
    if (wanted !== undefined && wanted !== actor.id && !onDesk(actor))
      throw forbidden('problem.not_your_role', { roles: '@role.service-desk-agent' });
    return onConnection(house.pool, async (tx) => {
      const person = await personOf(tx, wanted ?? actor.id, house.now());
      if (!person) return { items: [] };
      const { language } = actor;
      const offered = (await activeModels(tx)).filter((model) => isEntitled(house.reference, model, person));
      return {
        items: offered.map((model) => {
          const cents = costOf(model, {});
          return {
            id: model.id,
            number: model.number,
            title: model.title[language],
            description: model.description[language] ?? model.description.en ?? '',
            category: model.category,
            icon: model.icon,
            formVersion: model.formVersion,
            form: model.form,
            initial: initialAnswers(model.form, person),
            targetHours: model.targetHours,
            targetFrom: model.targetFrom,
            cost: cents === null ? null : { cents, currency: model.currency },
            needsApproval: stepsFor(model, cents, house.reference.settings).length > 0,
          };
        }),
      };
    });
  }); // prettier-ignore

  route(app, {
    method: 'GET', path: '/api/v1/me/colleagues', id: 'my_colleagues', tag: 'service-requests',
    summary: 'People of my organisation by the beginning of a name, for questions that name somebody',
  }, async (request) => {
    const actor = await read(request, 'service-requests');
    const given = query(request);
    return onConnection(house.pool, async (tx) => ({
      items: await colleagues(tx, actor.id, given['q'] ?? '', (given['id'] ?? '').split(',').filter((id) => uuid.test(id))),
    }));
  }); // prettier-ignore

  route(app, {
    method: 'GET', path: '/api/v1/service-requests/{number}/form', id: 'service_request_form', tag: 'service-requests',
    summary: 'The form that this request answered, in the version of that time, and the people its answers name',
  }, async (request) => {
    const actor = await read(request, 'service-requests');
    const number = param(request, 'number');
    const type = typeNamed(house, 'service-request');
    return onConnection(house.pool, async (tx) => {
      const stored = await readRecord(tx, type, number);
      if (!stored || !mayView(type.access, actor, stored.record)) throw notFound('service-request', number);
      const { modelId, formVersion, answers } = stored.record as ServiceRequest;
      const form = modelId === null ? undefined : await formOf(tx, modelId, formVersion ?? 1);
      const people = form ? await peopleNamed(tx, form, answers) : [];
      return { form: form ?? { questions: [] }, formVersion, people };
    });
  }); // prettier-ignore
};

/** Those who work with me: my customer's people, or the provider's own. Names only; more is not for everybody. */
const colleagues = (tx: Tx, me: string | null, words: string, ids: readonly string[]) =>
  tx.run<{ id: string; title: string }>(
    'my_colleagues',
    `select r.id, r.title from record r, record m
     where m.id = $1 and r.type = 'person' and r.state = 'active' and r.customer_id is not distinct from m.customer_id
       and (r.id = any($3::uuid[]) or ($2 <> '' and (r.title ilike $2 || '%' or r.title ilike '% ' || $2 || '%')))
     order by r.title, r.id limit 20`,
    [me, words.replaceAll(/[\\%_]/g, String.raw`\$&`), ids],
  );
