-- Answers given to requests that carried an idempotency key, kept 30 days.
create table shared.once (
    person    uuid        not null,
    path      text        not null,
    key       text        not null check (length(key) <= 255),
    body_hash text        not null,
    answer    text        not null,
    at        timestamptz not null default transaction_timestamp(),
    primary key (person, path, key)
);
create index once_at on shared.once (at);
grant select, insert, delete on shared.once to ${app};
