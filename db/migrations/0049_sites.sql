-- A group and its sites (4.4, 5.3): the rules that headquarters publishes, what each site makes of them, and how that went.

create sequence number_group_rule;
create table group_rule (
  id               uuid primary key references record,
  edition          integer not null default 1,
  supersedes_id    uuid references record,
  -- A site's own rule: what it adds to one of the group, or has besides.
  site_id          uuid references record,
  adds_to_id       uuid references record,
  addition         text,
  obligation       text not null default 'mandatory',
  statement        text,
  purpose          text,
  requirement      text,
  -- Empty: for every site.
  site_ids         uuid[] not null default '{}',
  effective_on     date,
  adopt_by         date,
  -- By what it is seen that the rule is kept; the columns after it are those of one kind each.
  bound            text not null default 'attested',
  document_id      uuid references record,
  promise          text,
  target_priority  smallint,
  most_minutes     integer,
  record_type      text,
  within_days      integer,
  role             text,
  course_id        uuid references record,
  coverage_percent integer not null default 100,
  attest_months    integer not null default 12,
  review_months    integer not null default 12,
  review_note      text,
  reviewed_on      date,
  reviewed_by_id   uuid references record,
  review_due_on    date,
  author_ids       uuid[] not null default '{}',
  published_by_id  uuid references record,
  published_on     date,
  sod_exception    boolean not null default false
);
create index group_rule_supersedes on group_rule (supersedes_id) where supersedes_id is not null;
create index group_rule_adds_to on group_rule (adds_to_id) where adds_to_id is not null;
create index group_rule_document on group_rule (document_id) where document_id is not null;

create sequence number_rule_adoption;
create table rule_adoption (
  id               uuid primary key references record,
  rule_id          uuid not null references record,
  site_id          uuid not null references record,
  adopt_by         date,
  how              text,
  adopted_on       date,
  adopted_by_id    uuid references record,
  attestation      text,
  attestation_note text,
  attested_on      date,
  attested_by_id   uuid references record,
  attest_due_on    date,
  exemption_reason text,
  exemption_until  date,
  asked_by_id      uuid references record,
  asked_on         date,
  decision_reason  text,
  decided_by_id    uuid references record,
  decided_on       date,
  declined_reason  text
);
create unique index rule_adoption_of on rule_adoption (rule_id, site_id);
create index rule_adoption_site on rule_adoption (site_id);

-- How a site stood to a rule, written when it stood otherwise than before: nobody rewrites how it was.
create table site_standing (
  adoption_id uuid not null references record,
  at          timestamptz not null,
  standing    text not null,
  -- What was found then: {found, of, needed}
  seen        jsonb,
  primary key (adoption_id, at)
);
revoke update, delete, truncate on site_standing from :app_role;

-- Who did something in a period: the trail is written in the order of its days, so a few pages of an index tell where they are.
create index trail_event_at on trail_event using brin (at) with (pages_per_range = 32, autosummarize = on);
