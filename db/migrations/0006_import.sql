-- Importing from other systems (kernel/import). The rows of a file are staged here when it is uploaded, so that any
-- process can go on with an import whose process was killed; they are removed when the import is done.
create table import_job (
  id           uuid primary key,
  type         text not null,
  -- The history importer that replays whole life cycles; null: each row is one record.
  importer     text,
  file_name    text not null,
  sha256       text not null,
  size         bigint not null,
  format       text not null,
  columns      jsonb not null,
  sample       jsonb not null,
  suggested    jsonb not null,
  mapping      jsonb not null,
  state        text not null default 'uploaded' check (state in ('uploaded', 'checked', 'running', 'stopped', 'done', 'failed')),
  phase        text not null default 'read' check (phase in ('read', 'names', 'records')),
  -- The last staged row, or first row of a group, whose records are written; moves in the same transaction as they.
  place        integer not null default 0,
  rows_total   integer not null default 0,
  rows_done    integer not null default 0,
  created      integer not null default 0,
  updated      integer not null default 0,
  unchanged    integer not null default 0,
  rejected     integer not null default 0,
  events       integer not null default 0,
  -- { code: { count, sample } }
  warnings     jsonb not null default '{}',
  -- What the last dry run found.
  checked      jsonb,
  error        text,
  actor_id     uuid references record,
  created_at   timestamptz not null default now(),
  started_at   timestamptz,
  finished_at  timestamptz,
  worker       text,
  heartbeat_at timestamptz
);
create index import_job_running on import_job (started_at) where state = 'running';
create index import_job_file on import_job (sha256, type);

create table import_row (
  job_id uuid not null references import_job on delete cascade,
  -- As a spreadsheet counts: the header is row 1.
  row    integer not null,
  -- Rows that tell one record's history share it.
  grp    text,
  cells  jsonb not null,
  primary key (job_id, row)
);
create index import_row_grp on import_row (job_id, grp) where grp is not null;

-- The records of a history import by their number in the other system; kept, because the import's report is about them.
create table import_group (
  job_id    uuid not null references import_job on delete cascade,
  first_row integer not null,
  grp       text not null,
  primary key (job_id, first_row)
);

create table import_rejected (
  job_id  uuid not null references import_job on delete cascade,
  row     integer not null,
  cells   jsonb not null,
  -- [{ field, code, params, found }]
  reasons jsonb not null,
  primary key (job_id, row)
);
