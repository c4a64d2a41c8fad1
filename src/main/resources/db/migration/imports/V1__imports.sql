-- A file of national texts that was read in, and each of its rows with what became of it.
create table imports.batch (
    id           uuid primary key default uuidv7(),
    file_name    text not null,
    sha256       text not null,
    state        text not null check (state in ('READING', 'PREPARED', 'PUBLISHED', 'DISCARDED')),
    prepared_by  uuid not null,
    prepared_at  timestamptz not null default transaction_timestamp(),
    published_by uuid,
    published_at timestamptz,
    check ((state = 'PUBLISHED') = (published_at is not null))
);

create table imports.line (
    batch    uuid not null references imports.batch (id) on delete cascade,
    number   int not null,
    code     text not null,
    title    text not null,
    outcome  text not null check (outcome in ('NEW', 'CHANGED', 'UNCHANGED', 'REFUSED')),
    -- The names of the findings, to filter by; what they say in detail stands beside.
    kinds    text[] not null,
    findings jsonb not null,
    -- Version of the national text it was compared with.
    base     int not null,
    -- The text to be published, until it is.
    body     jsonb,
    primary key (batch, number)
);
create index line_outcome on imports.line (batch, outcome, number);

grant select, insert, update, delete on imports.batch, imports.line to ${app};
