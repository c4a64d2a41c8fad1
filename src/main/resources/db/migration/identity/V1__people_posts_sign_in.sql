-- People and the posts they hold. A person belongs to no agency: the same citizen files anywhere.
create table identity.person (
    id              uuid primary key,
    personal_number text not null unique check (personal_number ~ '^\d{12}$'),
    name            text not null check (name <> ''),
    birth_date      date,
    sex             text check (sex in ('FEMALE', 'MALE')),
    phone           text,
    email           text,
    address         text,
    external_id     text,
    created_at      timestamptz not null default transaction_timestamp(),
    changed_at      timestamptz not null default transaction_timestamp()
);

-- Who holds a post from when to when. Rows stay: an old entry of the journal names the post, this table says who it was.
create table identity.holding (
    agency     text not null,
    post       text not null,
    person     uuid not null references identity.person,
    held_from  timestamptz not null,
    held_until timestamptz,
    primary key (agency, post, person, held_from),
    check (post like agency || '/%'),
    check (held_until > held_from)
);
create index holding_of_person on identity.holding (person);

-- One row for each signed-in browser. Only the hash of the cookie's token is kept.
create table identity.session (
    token_hash    bytea primary key check (length(token_hash) = 32),
    person        uuid not null references identity.person,
    created_at    timestamptz not null default transaction_timestamp(),
    last_seen_at  timestamptz not null default transaction_timestamp(),
    idle_seconds  int not null check (idle_seconds > 0),
    ends_at       timestamptz not null,
    stepped_up_at timestamptz
);
create index session_last_seen on identity.session (last_seen_at);
create index session_of_person on identity.session (person);

-- Tokens for programs. Only the hash is kept: whoever reads this table cannot act as anybody.
create table identity.token (
    token_hash bytea primary key check (length(token_hash) = 32),
    person     uuid not null references identity.person,
    name       text not null check (name <> ''),
    stepped_up boolean not null,
    created_at timestamptz not null default transaction_timestamp(),
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index token_of_person on identity.token (person);

-- What somebody was just sending when the session had ended: kept two hours, given back to the same person only.
create table identity.parked_post (
    handle_hash bytea primary key check (length(handle_hash) = 32),
    person      uuid not null references identity.person,
    path        text not null,
    fields      jsonb not null,
    had_files   boolean not null,
    parked_at   timestamptz not null default transaction_timestamp()
);
create index parked_post_age on identity.parked_post (parked_at);

-- The demo's provider: codes good once, and tries of a PIN.
create table identity.demo_code (
    code_hash    bytea primary key check (length(code_hash) = 32),
    person       text not null,
    redirect_uri text not null,
    nonce        text,
    challenge    text not null,
    auth_time    timestamptz not null,
    made_at      timestamptz not null default transaction_timestamp()
);

create table identity.demo_try (
    person     text primary key,
    failures   int not null,
    last_at    timestamptz not null
);

grant select, insert on identity.person, identity.holding, identity.session, identity.token, identity.parked_post,
    identity.demo_code, identity.demo_try to ${app};
grant update (name, birth_date, sex, phone, email, address, external_id, changed_at) on identity.person to ${app};
grant update (held_until) on identity.holding to ${app};
grant update (last_seen_at, stepped_up_at) on identity.session to ${app};
grant update (revoked_at) on identity.token to ${app};
grant update on identity.demo_try to ${app};
grant delete on identity.session, identity.parked_post, identity.demo_code, identity.demo_try to ${app};
