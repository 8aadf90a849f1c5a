// Made by "npm run db:types" from db/migrations. Do not edit: change the migrations and run it again.
import type { ColumnType } from 'kysely';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
/** Read as a value, written as text: see json() in platform/db/db.ts. */
type JsonColumn = ColumnType<Json, string, string>;
/** The database has a value for it when none is given. */
type Filled<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
/** The database alone writes it. */
type Computed<T> = ColumnType<T, never, never>;

export type DB = {
  agreement: {
    id: string;
    kind: Filled<string>;
    agreement_version: Filled<number>;
    supersedes_id: string | null;
    every_customer: Filled<boolean>;
    every_service: Filled<boolean>;
    service_ids: Filled<readonly string[]>;
    supplier_id: string | null;
    requirements: string | null;
    calendar_id: string | null;
    support_hours: string | null;
    valid_from: string | null;
    valid_to: string | null;
    targets: JsonColumn | null;
    measuring_point: string | null;
    workload_limits: string | null;
    workload_per_month: number | null;
    exceptions: string | null;
    reopen_days: Filled<number>;
    report_every_months: Filled<number>;
    review_every_months: Filled<number>;
    escalation: string | null;
    complaint_route: string | null;
    annex: string | null;
    termination: string | null;
    risk_acceptance: string | null;
    risk_accepted_by_id: string | null;
    signed_provider: string | null;
    signed_provider_id: string | null;
    signed_provider_on: string | null;
    signed_customer: string | null;
    signed_customer_id: string | null;
    signed_customer_on: string | null;
    activated_at: string | null;
    review_due: string | null;
    reviewed_at: string | null;
    reviewed_due: string | null;
  };
  api_token: {
    id: string;
    person_id: string;
    name: string;
    hash: Buffer;
    scopes: readonly string[];
    created_at: Filled<string>;
    expires_at: string | null;
    last_used_at: string | null;
    revoked_at: string | null;
  };
  attachment: {
    id: string;
    record_id: string;
    name: string;
    media_type: string;
    size: number;
    sha256: Buffer;
    by_id: string | null;
    at: string;
  };
  attachment_content: {
    sha256: Buffer;
    content: Buffer;
  };
  auth_account: {
    id: string;
    user_id: string;
    account_id: string;
    provider_id: string;
    password: string | null;
    access_token: string | null;
    refresh_token: string | null;
    id_token: string | null;
    access_token_expires_at: string | null;
    refresh_token_expires_at: string | null;
    scope: string | null;
    created_at: Filled<string>;
    updated_at: Filled<string>;
  };
  auth_rate_limit: {
    key: string;
    count: number;
    resets_at: string;
  };
  auth_session: {
    id: string;
    user_id: string;
    token: string;
    expires_at: string;
    ip_address: string | null;
    user_agent: string | null;
    created_at: Filled<string>;
    updated_at: Filled<string>;
  };
  auth_two_factor: {
    id: string;
    user_id: string;
    secret: string;
    backup_codes: string;
    verified: Filled<boolean>;
    failed_verification_count: Filled<number>;
    locked_until: string | null;
  };
  auth_user: {
    id: string;
    name: string;
    email: string;
    email_verified: Filled<boolean>;
    image: string | null;
    two_factor_enabled: Filled<boolean>;
    disabled_at: string | null;
    created_at: Filled<string>;
    updated_at: Filled<string>;
  };
  auth_verification: {
    id: string;
    identifier: string;
    value: string;
    expires_at: string;
    created_at: Filled<string>;
    updated_at: Filled<string>;
  };
  calendar: {
    id: string;
    zone: string;
    weekly: JsonColumn;
    exceptions: Filled<JsonColumn>;
    yearly_holidays: Filled<JsonColumn>;
  };
  category: {
    id: string;
    parent_id: string | null;
    first_line_solvable: Filled<boolean>;
  };
  clock: {
    record_id: string;
    name: string;
    status: string;
    target_ms: number | null;
    agreement_id: string | null;
    agreement_version: number | null;
    calendar_id: string | null;
    started_at: string;
    elapsed_ms: number;
    due_at: string | null;
    warned: Filled<number>;
    next_check_at: string | null;
    breached_at: string | null;
    stopped_at: string | null;
    cycles: Filled<number>;
    missed: Filled<number>;
    moves: JsonColumn;
  };
  comment: {
    id: string;
    record_id: string;
    author_id: string | null;
    body: string;
    public: boolean;
    at: string;
  };
  idempotency_key: {
    key: string;
    person_id: string;
    request: Buffer;
    status: number | null;
    body: JsonColumn | null;
    at: Filled<string>;
  };
  import_group: {
    job_id: string;
    first_row: number;
    grp: string;
  };
  import_job: {
    id: string;
    type: string;
    importer: string | null;
    file_name: string;
    sha256: string;
    size: number;
    format: string;
    columns: JsonColumn;
    sample: JsonColumn;
    suggested: JsonColumn;
    mapping: JsonColumn;
    state: Filled<string>;
    phase: Filled<string>;
    place: Filled<number>;
    rows_total: Filled<number>;
    rows_done: Filled<number>;
    created: Filled<number>;
    updated: Filled<number>;
    unchanged: Filled<number>;
    rejected: Filled<number>;
    events: Filled<number>;
    warnings: Filled<JsonColumn>;
    checked: JsonColumn | null;
    error: string | null;
    actor_id: string | null;
    created_at: Filled<string>;
    started_at: string | null;
    finished_at: string | null;
    worker: string | null;
    heartbeat_at: string | null;
  };
  import_rejected: {
    job_id: string;
    row: number;
    cells: JsonColumn;
    reasons: JsonColumn;
  };
  import_row: {
    job_id: string;
    row: number;
    grp: string | null;
    cells: JsonColumn;
  };
  incident: {
    id: string;
    symptom: string | null;
    channel: string | null;
    category_id: string | null;
    impact: number | null;
    urgency: number | null;
    derived_priority: number | null;
    priority_override: number | null;
    override_reason: string | null;
    security: Filled<boolean>;
    location: string | null;
    ci: string | null;
    resolution: string | null;
    resolution_code: string | null;
    cause_class: string | null;
    closure_code: string | null;
    pending_reason: string | null;
    resume_at: string | null;
    responded_at: string | null;
    first_assigned_to_id: string | null;
    restored_at: string | null;
    resolved_at: string | null;
    resolved_by_id: string | null;
    ended_at: string | null;
    reopen_until: string | null;
    next_notice_at: string | null;
    closes_at: string | null;
    closure_notices: Filled<number>;
    escalation_level: Filled<number>;
    reopen_count: Filled<number>;
    reassignment_count: Filled<number>;
    repeat_count: Filled<number>;
    dedup_key: string | null;
    parent_id: string | null;
    problem_ref: string | null;
    change_ref: string | null;
    caused_by_ref: string | null;
    knowledge_used: Filled<boolean>;
    stated_sla_met: boolean | null;
  };
  link: {
    from_id: string;
    kind: string;
    to_id: string;
    at: string;
    by_id: string | null;
  };
  number_gap: {
    prefix: string;
    n: number;
  };
  organisation: {
    id: string;
    kind: string;
    parent_id: string | null;
    zone: string | null;
    contact: string | null;
  };
  pending_act: {
    id: string;
    record_id: string;
    action: string;
    input: JsonColumn;
    requested_by: string | null;
    requested_at: string;
    state: Filled<string>;
    decided_by: string | null;
    decided_at: string | null;
  };
  person: {
    id: string;
    email: string | null;
    phone: string | null;
    kind: Filled<string>;
    language: Filled<string>;
    zone: Filled<string>;
    vip: Filled<boolean>;
    available: Filled<boolean>;
  };
  record: {
    id: string;
    type: string;
    number: string;
    title: string;
    state: string;
    open: boolean;
    version: Filled<number>;
    priority: number | null;
    service_id: string | null;
    team_id: string | null;
    owner_id: string | null;
    requester_id: string | null;
    customer_id: string | null;
    org_unit_id: string | null;
    next_due: Filled<string>;
    occurred_at: string;
    created_at: string;
    updated_at: string;
    closed_at: string | null;
    created_by: string | null;
    source: string | null;
    source_ref: string | null;
    custom: JsonColumn | null;
  };
  role_holder: {
    id: string;
    person_id: string;
    role: string;
    unit_id: string | null;
    valid_from: string;
    valid_to: string | null;
  };
  schema_migration: {
    number: number;
    name: string;
    sha256: string;
    applied_at: Filled<string>;
  };
  search_entry: {
    record_id: string;
    words: string;
  };
  service: {
    id: string;
    description: string | null;
    outcome: string | null;
    criticality: string | null;
    audience: string | null;
    hours: string | null;
    contact: string | null;
    depends_on_ids: Filled<readonly string[]>;
    depends_on_nothing: Filled<boolean>;
    author_ids: Filled<readonly string[]>;
    approved_by_id: string | null;
    approved_at: string | null;
    published_at: string | null;
    reviewed_by_id: string | null;
    reviewed_at: string | null;
    withdrawn_at: string | null;
  };
  setting: {
    key: string;
    value: JsonColumn;
    version: Filled<number>;
    updated_at: Filled<string>;
    updated_by: string | null;
  };
  team: {
    id: string;
    member_ids: Filled<readonly string[]>;
    lead_id: string | null;
    escalates_to_id: string | null;
    description: string | null;
  };
  trail_cursor: {
    subscriber: string;
    txid: Filled<string>;
    seq: Filled<number>;
  };
  trail_event: {
    seq: Computed<number>;
    txid: Filled<string>;
    recorded_at: Filled<string>;
    at: string;
    record_id: string;
    record_type: string;
    version: number;
    action: string;
    from_state: string | null;
    to_state: string | null;
    actor_id: string | null;
    channel: string;
    reason: string | null;
    changes: JsonColumn;
    detail: JsonColumn | null;
  };
  trail_seal: {
    batch: number;
    seqs: readonly number[];
    digests: Buffer;
    previous: Buffer;
    hash: Buffer;
    last_txid: string;
    last_seq: number;
    sealed_at: Filled<string>;
  };
};
