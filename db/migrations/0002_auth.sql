-- Sign-in. The auth_* tables are better-auth's (platform/auth/auth.ts maps its names to these columns, and better-auth
-- checks them when it starts); auth_rate_limit and api_token are ours.

create table auth_user (
  -- The id of the person's record.
  id                 uuid primary key,
  name               text not null,
  -- Lower case: better-auth looks people up by lower(what was typed).
  email              text not null unique check (email = lower(email)),
  email_verified     boolean not null default false,
  image              text,
  two_factor_enabled boolean not null default false,
  disabled_at        timestamptz,
  created_at         timestamptz not null default now(),
  updated_at         timestamptz not null default now()
);

create table auth_session (
  id         uuid primary key,
  user_id    uuid not null references auth_user on delete cascade,
  token      text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_session_user on auth_session (user_id);
create index auth_session_expires on auth_session (expires_at);

-- One row per way to sign in: provider "credential" holds the scrypt hash of the password.
create table auth_account (
  id                       uuid primary key,
  user_id                  uuid not null references auth_user on delete cascade,
  account_id               text not null,
  provider_id              text not null,
  password                 text,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index auth_account_user on auth_account (user_id);

-- Short-lived: sign-ins that wait for their second factor, trusted devices.
create table auth_verification (
  id         uuid primary key,
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verification_identifier on auth_verification (identifier);
create index auth_verification_expires on auth_verification (expires_at);

-- Secret and backup codes are encrypted with SERVANDA_SECRET.
create table auth_two_factor (
  id                        uuid primary key,
  user_id                   uuid not null unique references auth_user on delete cascade,
  secret                    text not null,
  backup_codes              text not null,
  verified                  boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until              timestamptz
);

-- Attempts in the running window, per key; see platform/auth/rate-limit.ts.
create table auth_rate_limit (
  key       text primary key,
  count     integer not null,
  resets_at timestamptz not null
);
create index auth_rate_limit_resets on auth_rate_limit (resets_at);

create table api_token (
  id           uuid primary key,
  person_id    uuid not null references record,
  name         text not null,
  -- SHA-256 of the whole token; the token itself is shown once and never kept.
  hash         bytea not null unique check (octet_length(hash) = 32),
  scopes       text[] not null,
  created_at   timestamptz not null default now(),
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz
);
create index api_token_person on api_token (person_id);
