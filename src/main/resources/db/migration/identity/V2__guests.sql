-- Guests: people who fill in a form before they sign in. Nothing personal is here; what they answered lies in the drafts they own.
create table identity.guest (
    id         uuid primary key,
    created_at timestamptz not null default transaction_timestamp(),
    ends_at    timestamptz not null
);
create index guest_ends on identity.guest (ends_at);

-- The browsers of a guest. Only the hash of the cookie's token is kept.
create table identity.guest_browser (
    token_hash bytea primary key check (length(token_hash) = 32),
    guest      uuid not null references identity.guest on delete cascade,
    created_at timestamptz not null default transaction_timestamp()
);
create index guest_browser_of on identity.guest_browser (guest);

-- The code with which a guest goes on elsewhere: one for each guest. Telephone number and code are here only as one keyed hash, whose
-- key is not in the database.
create table identity.guest_code (
    guest      uuid primary key references identity.guest on delete cascade,
    code_hash  text not null unique,
    made_at    timestamptz not null default transaction_timestamp()
);

-- What may be tried only so often: by telephone number, by network address (both as keyed hashes). Rows live a day.
create table identity.guest_try (
    id  uuid primary key default uuidv7(),
    who text not null,
    at  timestamptz not null default transaction_timestamp()
);
create index guest_try_who on identity.guest_try (who, at);
create index guest_try_at on identity.guest_try (at);

grant select, insert, delete on identity.guest, identity.guest_browser, identity.guest_code, identity.guest_try to ${app};
grant update (ends_at) on identity.guest to ${app};
grant update (code_hash, made_at) on identity.guest_code to ${app};
