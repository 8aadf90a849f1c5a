-- Asset management (8.2.5): what the services are made of, from the request to the disposal, with its money.
create sequence number_asset;
create table asset (
  id                  uuid primary key references record,
  -- The label on it: unique, whatever its capitals.
  tag                 text,
  kind                text,
  ownership           text,
  model               text,
  serial              text,
  user_id             uuid references record,
  cost_centre         text,
  location            text,
  supplier_id         uuid references record,
  order_ref           text,
  purchased_on        date,
  -- Money is in minor units of its currency.
  cost_cents          bigint,
  currency            text not null default 'CNY',
  warranty_until      date,
  end_of_support      date,
  end_of_life         date,
  ci_id               uuid references record,
  depreciation_method text not null default 'none',
  useful_months       integer,
  residual_cents      bigint,
  declining_percent   integer,
  in_service_on       date,
  holds_data          boolean not null default true,
  entry_state         text not null default 'requested',
  counted_at          timestamptz,
  count_result        text,
  retired_on          date,
  retired_by_id       uuid references record,
  retire_code         text,
  erased_on           date,
  erased_by_id        uuid references record,
  erasure_method      text,
  -- The certificate among the files of the record.
  erasure_file        text,
  written_off_on      date,
  written_off_by_id   uuid references record,
  written_off_cents   bigint,
  disposed_on         date,
  disposal_way        text,
  -- One person did what two should, because there is no second one (profile S).
  sod_exception       boolean not null default false
);
create unique index asset_tag on asset (lower(tag)) where tag is not null;
create index asset_serial on asset (lower(serial)) where serial is not null;
create index asset_cost_centre on asset (cost_centre, id);
create index asset_location on asset (location, id);
create index asset_user on asset (user_id, id) where user_id is not null;
create index asset_supplier on asset (supplier_id, id) where supplier_id is not null;
create index asset_ci on asset (ci_id) where ci_id is not null;
create index asset_warranty on asset (warranty_until) where warranty_until is not null;
create index asset_end_of_support on asset (end_of_support) where end_of_support is not null;
create index asset_purchased on asset (purchased_on) where purchased_on is not null;

create sequence number_licence;
create table licence (
  id                 uuid primary key references record,
  product            text,
  entitlement_number text,
  metric             text,
  entitled           integer,
  -- Assigned now; written with every assignment, under the licence's lock.
  used               integer not null default 0,
  valid_from         date,
  valid_to           date,
  cost_cents         bigint,
  currency           text not null default 'CNY',
  cost_centre        text,
  supplier_id        uuid references record,
  -- What an inventory found installed, and when assignments and installations were last compared.
  measured           integer,
  reconciled_on      date,
  reconciled_by_id   uuid references record,
  -- More in use than entitled: how many more, until when, by whose decision and why (S9).
  accepted_over      integer,
  accepted_until     date,
  risk_decision      text,
  accepted_by_id     uuid references record,
  accepted_at        timestamptz
);
create index licence_valid_to on licence (valid_to) where valid_to is not null;
create unique index licence_entitlement on licence (lower(entitlement_number)) where entitlement_number is not null;

create table licence_assignment (
  id          uuid primary key,
  licence_id  uuid not null references record,
  -- An asset or a person.
  assignee_id uuid not null references record,
  quantity    integer not null check (quantity > 0),
  since       timestamptz not null,
  by_id       uuid references record,
  until       timestamptz,
  ended_by_id uuid references record
);
-- Once at a time; more seats for the same one are a larger quantity.
create unique index licence_assignment_current on licence_assignment (licence_id, assignee_id) where until is null;
create index licence_assignment_assignee on licence_assignment (assignee_id) where until is null;
create index licence_assignment_licence on licence_assignment (licence_id, id);
revoke delete, truncate on licence_assignment from :app_role;

create sequence number_stock_take;
create table stock_take (
  id                 uuid primary key references record,
  scope_location     text,
  scope_cost_centre  text,
  scope_kind         text,
  due_on             date,
  instructions       text,
  started_at         timestamptz,
  counted_at         timestamptz,
  expected_count     integer not null default 0,
  found_count        integer not null default 0,
  elsewhere_count    integer not null default 0,
  missing_count      integer not null default 0,
  unexpected_count   integer not null default 0,
  open_differences   integer not null default 0,
  conclusion         text
);

create table stock_take_line (
  id                uuid primary key,
  stock_take_id     uuid not null references record,
  -- Empty: a label that the register does not know.
  asset_id          uuid references record,
  tag               text,
  -- Was it on the list when the counting began? What the register said then is frozen with it.
  expected          boolean not null,
  expected_location text,
  expected_user_id  uuid references record,
  result            text not null check (result in ('pending', 'found', 'elsewhere', 'missing', 'unexpected')),
  location          text,
  note              text,
  counted_at        timestamptz,
  counted_by_id     uuid references record,
  decision          text,
  reason            text,
  decided_at        timestamptz,
  decided_by_id     uuid references record
);
create unique index stock_take_line_asset on stock_take_line (stock_take_id, asset_id) where asset_id is not null;
create unique index stock_take_line_tag on stock_take_line (stock_take_id, lower(tag)) where asset_id is null;
create index stock_take_line_result on stock_take_line (stock_take_id, result, id);
-- The list of what was expected cannot be changed any more, by the software either.
revoke update, delete, truncate on stock_take_line from :app_role;
grant update (result, location, note, counted_at, counted_by_id, decision, reason, decided_at, decided_by_id)
  on stock_take_line to :app_role;

create sequence number_maintenance_plan;
create table maintenance_plan (
  id            uuid primary key references record,
  instructions  text,
  -- Assets, services or configuration items.
  subject_ids   uuid[] not null default '{}',
  rhythm        text,
  every         integer,
  first_due_on  date,
  -- Dates by the calendar, in order.
  dates         jsonb not null default '[]',
  lead_days     integer not null default 14,
  window_from   text,
  window_to     text,
  needs_change  boolean not null default false,
  next_due_on   date
);
create index maintenance_plan_next on maintenance_plan (next_due_on) where next_due_on is not null;
create index maintenance_plan_subjects on maintenance_plan using gin (subject_ids);

create sequence number_maintenance_task;
create table maintenance_task (
  id           uuid primary key references record,
  plan_id      uuid references record,
  subject_ids  uuid[] not null default '{}',
  instructions text,
  due_on       date,
  window_from  text,
  window_to    text,
  needs_change boolean not null default false,
  change_id    uuid references record,
  result       text,
  outcome      text,
  done_on      date,
  done_by_id   uuid references record,
  -- Permanent, like any broken promise: done later is still late.
  missed_on    date
);
-- One task per plan and day, however often the job runs.
create unique index maintenance_task_due on maintenance_task (plan_id, due_on);
create index maintenance_task_by_day on maintenance_task (due_on);
create index maintenance_task_subjects on maintenance_task using gin (subject_ids);
create index maintenance_task_change on maintenance_task (change_id) where change_id is not null;
