import type { Tx } from '../../platform/db/tx.ts';

/** What a trend analysis is drawn from: counted once, when it is made, and kept with its conclusions. */
export type Figures = {
  readonly now: PeriodFigures;
  readonly before: PeriodFigures;
  /** Services with the most changes that did not succeed, or that caused incidents. */
  readonly services: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly changes: number;
    readonly unsuccessful: number;
    readonly incidents: number;
  }[];
};
type PeriodFigures = {
  readonly implemented: number;
  readonly successful: number;
  readonly reviewed: number;
  readonly emergencies: number;
  readonly backedOut: number;
  readonly failed: number;
  readonly unauthorised: number;
  readonly incidents: number;
  readonly collided: number;
};

export async function figuresOf(tx: Tx, from: string, to: string, beforeFrom: string): Promise<Figures> {
  return {
    now: await period(tx, from, to),
    before: await period(tx, beforeFrom, from),
    services: await tx.run<Figures['services'][number]>(
      'change_trend_services',
      `select s.id, s.number, s.title, count(*)::int as changes,
         count(*) filter (where c.result <> 'implemented' or c.successful = false)::int as unsuccessful,
         coalesce(sum((select count(*) from link l join record i on i.id = l.from_id and i.type = 'incident'
           where l.to_id = c.id and l.kind = 'caused_by')), 0)::int as incidents
       from change c join record r on r.id = c.id join record s on s.id = r.service_id
       where c.ended_at >= $1::date and c.ended_at < $2::date
       group by s.id, s.number, s.title order by 5 desc, 6 desc, 4 desc, s.number limit 10`,
      [from, to],
    ),
  };
}

async function period(tx: Tx, from: string, to: string): Promise<PeriodFigures> {
  const [row] = await tx.run<PeriodFigures>(
    'change_trend_period',
    `select count(*)::int as implemented, count(*) filter (where c.successful)::int as successful,
       count(*) filter (where c.successful is not null)::int as reviewed,
       count(*) filter (where c.category = 'emergency')::int as emergencies,
       count(*) filter (where c.result = 'backed_out')::int as "backedOut",
       count(*) filter (where c.result = 'failed')::int as failed,
       count(*) filter (where c.unauthorised)::int as unauthorised,
       count(*) filter (where c.collisions <> '[]')::int as collided,
       coalesce(sum((select count(*) from link l join record i on i.id = l.from_id and i.type = 'incident'
         where l.to_id = c.id and l.kind = 'caused_by')), 0)::int as incidents
     from change c where c.ended_at >= $1::date and c.ended_at < $2::date`,
    [from, to],
  );
  if (!row) throw new Error('an aggregate without a row');
  return row;
}
