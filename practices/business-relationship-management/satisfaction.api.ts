import type { RouteSet } from '../../kernel/practice/route.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { statements } from '../../platform/db/tx.ts';
import { route } from '../../platform/http/route.ts';

/** What I am asked about now, in my language: for the portal, and for the page of what was rated. */
export const satisfactionRoutes: RouteSet = (app, house) => {
  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/me/surveys',
      id: 'my_surveys',
      tag: 'ratings',
      summary: 'Questions about ended work that I have not answered yet',
    },
    async (request) => {
      const actor = await actorOf(house, request, 'ratings', 'read');
      const rows = await statements(house.pool).run<{ aboutType: string }>(
        'my_surveys',
        `select r.number, t.asked_at as "askedAt", t.expires_at as "expiresAt", a.number as "aboutNumber", a.type as "aboutType",
           a.title as "aboutTitle", case when $2 = 'zh-CN' then s.question_zh else s.question_en end as question
         from record r join rating t on t.id = r.id join survey s on s.id = t.survey_id join record a on a.id = t.about_id
         where r.type = 'rating' and r.requester_id = $1 and r.state = 'asked' and t.expires_at > $3
         order by r.id desc limit 20`,
        [actor.id, actor.language, new Date(house.now()).toISOString()],
      );
      return {
        items: rows.map((row) => ({
          ...row,
          aboutPlural: house.types.get(row.aboutType)?.plural ?? row.aboutType,
        })),
      };
    },
  );
};
