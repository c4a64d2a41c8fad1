-- What the start-up part keeps in the database: which migrations were applied, so that a warm start skips them,
-- and the secrets made once at first start.

create table launch.fingerprint (
    only_row boolean primary key default true check (only_row),
    value text not null,
    at timestamptz not null default now()
);

create table launch.secret (
    name text primary key check (name ~ '^[a-z][a-z0-9-]{1,62}$'),
    value bytea not null check (length(value) >= 32),
    made_at timestamptz not null default now()
);

-- The program reads secrets; it neither changes nor makes them.
grant select on launch.secret to ${app};
