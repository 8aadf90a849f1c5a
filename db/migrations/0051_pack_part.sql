-- A pack's finished parts, so that a worker that ended in the middle is followed by one that goes on after the last of them.
create table evidence_pack_part (
  pack_id   uuid not null references record,
  position  integer not null,
  name      text not null,
  -- What it was made of: whose eyes, and by which form of pack. Parts of another basis are made again.
  basis     text not null,
  -- SHA-256 over path, size and hash of each of its files.
  sha256    text not null,
  made_at   timestamptz not null,
  -- The archive up to its end: how many pieces, bytes and entries, and what its table of contents says of this part.
  pieces    integer not null,
  bytes     bigint not null,
  entries   integer not null,
  directory bytea not null,
  files     jsonb not null,
  -- What later parts must know of it.
  kept      jsonb not null,
  primary key (pack_id, position),
  unique (pack_id, name)
);

alter table evidence_pack
  -- Records that have a PDF of their own, and PDFs that hold many of them.
  add column own_papers integer,
  add column books      integer;
