-- Problem management (8.6.3): the causes behind incidents, what is known of them, and the trends that point to them.
create sequence number_problem;
create table problem (
  id                  uuid primary key references record,
  description         text,
  -- Where it came from: a trend, a major incident, incidents, a supplier, monitoring.
  origin              text,
  origin_id           uuid references record,
  origin_note         text,
  category_id         uuid references record,
  ci                  text,
  urgency             smallint,
  -- Of the linked incidents' effect; the expected one only while none is linked.
  impact              smallint,
  expected_impact     smallint,
  incident_count      integer not null default 0,
  effect_points       integer not null default 0,
  reject_reason       text,
  rca_method          text,
  -- [{ answer, evidence }], from the effect towards the cause.
  whys                jsonb,
  -- [{ category, causes: [{ text, state, evidence, causes: […] }] }]
  fishbone            jsonb,
  root_cause          text,
  cause_class         text,
  enabling_condition  text,
  removal_prevents    boolean,
  removal_reason      text,
  root_cause_at       timestamptz,
  workaround          text,
  -- { en, zh-CN }: what users are told in the portal; empty, the known error is for the desk only.
  public_text         jsonb,
  published_at        timestamptz,
  published_by_id     uuid references record,
  retired_at          timestamptz,
  workaround_uses     integer not null default 0,
  decision            text,
  decision_reason     text,
  decided_by_id       uuid references record,
  decided_at          timestamptz,
  review_on           date,
  suspended_from      text,
  resolution          text,
  verification        text,
  verified_by_id      uuid references record,
  resolved_at         timestamptz,
  close_statement     text,
  recurrences         integer not null default 0,
  reopen_count        integer not null default 0,
  effectiveness_due_at timestamptz,
  -- Incidents of the same cause in the days before and after the fix; null until reviewed.
  incidents_before    integer,
  incidents_after     integer,
  effectiveness_percent integer,
  effectiveness_conclusion text,
  effectiveness_reviewed_at timestamptz,
  effectiveness_reviewed_by_id uuid references record,
  sod_exception       boolean not null default false
);
-- Known errors that are in force, by service: what is looked through while an incident is written.
create index problem_known_error on problem (published_at) where published_at is not null and retired_at is null;
create index problem_review on problem (review_on) where review_on is not null;
create index problem_effectiveness_due on problem (effectiveness_due_at) where effectiveness_due_at is not null;
create index problem_resolved on problem (resolved_at) where resolved_at is not null;
create index problem_origin on problem (origin_id) where origin_id is not null;

-- Each time a known workaround was applied to an incident. Written once: a figure is counted from it.
create table known_error_use (
  problem_id  uuid not null references record,
  incident_id uuid not null references record,
  at          timestamptz not null,
  by_id       uuid references record,
  primary key (problem_id, incident_id)
);
create index known_error_use_incident on known_error_use (incident_id);

-- A new incident like one whose problem is solved: proposed as a recurrence until somebody says what it is.
create table problem_recurrence (
  problem_id  uuid not null references record,
  incident_id uuid not null references record,
  at          timestamptz not null,
  -- { category, ci, words }: what both have.
  likeness    jsonb not null,
  state       text not null default 'proposed' check (state in ('proposed', 'confirmed', 'dismissed')),
  reason      text,
  decided_by  uuid references record,
  decided_at  timestamptz,
  primary key (problem_id, incident_id)
);

-- The fix on its way to the linked incidents; whatever is killed when, each is told once.
create table problem_push (
  problem_id  uuid not null references record,
  incident_id uuid not null references record,
  at          timestamptz not null,
  done_at     timestamptz,
  primary key (problem_id, incident_id)
);
create index problem_push_open on problem_push (at, incident_id) where done_at is null;

create sequence number_trend_analysis;
create table trend_analysis (
  id               uuid primary key references record,
  kind             text,
  period_from      timestamptz,
  period_to        timestamptz,
  previous_from    timestamptz,
  least_count      integer not null default 5,
  stage            text,
  progress         smallint not null default 0,
  incidents        integer,
  previous_incidents integer,
  explained        integer,
  candidates       integer,
  started_at       timestamptz,
  finished_at      timestamptz,
  took_ms          integer,
  fault            text,
  conclusions      text
);

-- What a trend analysis proposes, with the numbers that justify it as they were counted then.
create table trend_candidate (
  id           uuid primary key,
  analysis_id  uuid not null references record,
  way          text not null check (way in ('service', 'category', 'ci', 'text')),
  -- The same trend has the same key in every analysis; of words, who share half of them are the same.
  key          text not null,
  service_id   uuid references record,
  category_id  uuid references record,
  ci           text,
  terms        text[] not null default '{}',
  title        text not null,
  -- { n, previous, share, lostMs, minutes, costs: [{ currency, cents }], customers, series: [n…] }; its incidents are found by what defines it.
  figures      jsonb not null,
  n            integer not null,
  score        real not null,
  state        text not null default 'proposed' check (state in ('proposed', 'accepted', 'rejected')),
  reason       text,
  problem_id   uuid references record,
  decided_by   uuid references record,
  decided_at   timestamptz
);
create index trend_candidate_analysis on trend_candidate (analysis_id, score desc, id);
create index trend_candidate_key on trend_candidate (key, decided_at) where state = 'rejected';
