import type pg from 'pg';
import { system, type Language } from '../../kernel/access/actor.ts';
import { homeZone } from '../../kernel/calendar/home-days.ts';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import { organisationLanguage } from '../../kernel/directory/person.defaults.ts';
import { openHouse } from '../../kernel/practice/open-house.ts';
import { sector } from '../../kernel/practice/kind.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { servers } from '../practices.ts';
import { dictionaries } from '../words.ts';
import { accounts } from './accounts.ts';
import { dayMs, demoContext, demoZone, iso, storyTime, startOfDay, type Demo } from './context.ts';
import { assetManagement } from './asset-management.ts';
import { changesAndProblems } from './changes-and-problems.ts';
import { configurationManagement } from './configuration-management.ts';
import { categoriesOf, incidentManagement } from './incident-management.ts';
import { feeds } from './feeds.ts';
import { knowledgeManagement } from './knowledge-management.ts';
import { DemoRefused, expectedActs, type Progress } from './progress.ts';
import { noticeSubscriber } from '../../kernel/notification/told.ts';
import { inOneTransaction } from './one-transaction.ts';
import { repeats } from '../../practices/incident-management/server.ts';
import { trendRule } from '../../practices/problem-management/server.ts';
import { repeatsFrom } from './incident.life.ts';
import { organisation } from './organisation.ts';
import { planning } from './plan.ts';
import { proof } from './proof.ts';
import { serviceCatalogue, serviceReviews } from './service-catalogue.ts';
import { satisfaction } from './satisfaction.ts';
import { serviceRequests } from './service-request-management.ts';
import { agreements, amendment } from './service-level-management.ts';
import { demoSetting, forgetBegun, isUsed, noteBegun, setupLock } from './state.ts';

/** What is told in which order: first who there is and what was promised, then a season per practice. */
const parts: readonly (readonly [string, (demo: Demo) => Promise<void>])[] = [
  ['organisation', organisation],
  ['service_catalogue', serviceCatalogue],
  ['agreements', agreements],
  ['amendment', amendment],
  ['reviews', serviceReviews],
  ['configuration', configurationManagement],
  ['assets', assetManagement],
  ['categories', categoriesOf],
  ['incidents', incidentManagement],
  ['changes', changesAndProblems],
  ['feeds', feeds],
  ['knowledge', knowledgeManagement],
  ['requests', serviceRequests],
  ['satisfaction', satisfaction],
  ['planning', planning],
  ['proof', proof],
];

/** Tables grow from nothing: plans that were good for the first hundred rows are not for the thousands after. */
const countedAt = new Set([400, 800, 1600, 3200, 6400, 12_800, 20_000]);

/** After these the plans are looked at again as well; the others add too little. */
const large = new Set(['organisation', 'agreements', 'configuration', 'incidents', 'changes', 'requests']);

/**
 * Loads the demo organisation and its year: real acts of real people, at the times at which they would have happened,
 * in one transaction. Throws DemoRefused where anything is recorded already.
 */
export async function loadDemo(given: {
  pool: pg.Pool;
  language: Language;
  onProgress: (progress: Progress) => void;
  now?: number;
  /** A shorter story, for tests. */
  days?: number;
}): Promise<{ acts: number; ms: number }> {
  const began = Date.now();
  const until = given.now ?? Date.now();
  const done = { acts: 0, of: expectedActs, part: '' };
  if (!(await noteBegun(given.pool))) throw new DemoRefused();
  await inOneTransaction(given.pool, async (pool) => {
    await pool.query(setupLock);
    if (await isUsed(pool)) throw new DemoRefused();
    const house = await openHouse({ pool, servers, words: dictionaries, now: storyTime });
    const demo = demoContext({
      house,
      language: given.language,
      from: startOfDay(until - (given.days ?? 365) * dayMs),
      until,
      progress: () => {
        given.onProgress(done);
        if (countedAt.has(done.acts)) void pool.query('select count_rows_anew()').catch(() => undefined);
      },
      done,
    });
    for (const [part, tell] of parts) {
      done.part = part;
      given.onProgress(done);
      await tell(demo);
      if (part === 'organisation') await firstDay(demo);
      if (large.has(part)) await pool.query('select count_rows_anew()');
    }
    await accounts(demo);
    await demo.together(until, (work) =>
      changeSetting(work, system('cli'), demoSetting, { loadedAt: new Date(until).toISOString() }),
    );
    await readersAtTheEnd(pool, until);
    await forgetBegun(pool);
  });
  return { acts: done.acts, ms: Date.now() - began };
}

/** What every new organisation finds on its first day. */
async function firstDay(demo: Demo): Promise<void> {
  const asks = await demo.as('p.lim', demo.from);
  await demo.together(demo.from, async (work) => {
    await changeSetting(work, demo.software, profile, 'L');
    await changeSetting(work, demo.software, organisationLanguage, demo.language);
    await changeSetting(work, demo.software, homeZone, demoZone);
    await changeSetting(work, demo.software, sector, 'e_commerce');
    await changeSetting(work, demo.software, repeats, { count: repeatsFrom, days: 30 });
    await changeSetting(work, demo.software, trendRule, {
      ...trendRule.initial,
      leastOfCi: 9,
      mostOfWay: 4,
    });
    for (const server of servers)
      // A survey is approved by a person (8.3.2), as whoever sets an organisation up does it.
      await server.setUp?.(
        work,
        server.practice.name === 'business-relationship-management' ? asks : demo.software,
        { zone: demoZone, language: demo.language },
      );
  });
  await demo.house.reference.refresh();
}

/** Nobody is to be told today of what happened in a year: whoever follows the trail goes on from its end. */
async function readersAtTheEnd(pool: pg.Pool, until: number): Promise<void> {
  // What came before the last days has been looked at.
  await pool.query(
    `update notification set read_at = at + interval '3 hours' where read_at is null and at < $1::timestamptz - interval '4 days'`,
    [iso(until)],
  );
  const names = [...servers.flatMap((s) => s.subscribers ?? []), noticeSubscriber([])].map((s) => s.name);
  await pool.query(
    `insert into trail_cursor (subscriber, txid, seq)
     select name, pg_current_xact_id(), (select max(seq) from trail_event)
     from (select unnest($1::text[]) union select subscriber from trail_cursor) as x(name)
     on conflict (subscriber) do update set txid = excluded.txid, seq = excluded.seq`,
    [names],
  );
}
