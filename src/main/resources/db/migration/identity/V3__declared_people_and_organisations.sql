-- People and organisations known only because somebody named them in a filing. Nobody signs in as one of them. When the person
-- signs in at last with that number, name and day of birth, the new row of identity.person takes over the id, and what was
-- filed for them is theirs from that moment. What is said here never reaches identity.person.
create table identity.declared (
    id              uuid primary key,
    personal_number text check (personal_number ~ '^\d{12}$'),
    tax_code        text,
    name            text not null check (name <> ''),
    -- The name without marks and capitals, by which it is compared.
    name_key        text not null,
    birth_date      date,
    declared_by     uuid not null,
    declared_at     timestamptz not null default transaction_timestamp(),
    check ((birth_date is null) = (tax_code is not null)),
    check (tax_code is null or personal_number is null)
);
create unique index declared_person on identity.declared (personal_number, name_key, birth_date)
    where personal_number is not null;
create unique index declared_organisation on identity.declared (tax_code, name_key) where tax_code is not null;
-- Somebody without a number is known through the one who named them, and only to them.
create unique index declared_without_number on identity.declared (declared_by, name_key, birth_date)
    where personal_number is null and tax_code is null;

-- Organisations and household businesses with an account.
create table identity.body (
    id         uuid primary key,
    tax_code   text not null unique check (tax_code ~ '^\d{10}(\d{3})?$' or tax_code ~ '^\d{12}$'),
    name       text not null check (name <> ''),
    created_at timestamptz not null default transaction_timestamp()
);

-- Who may act for one of them, from when to when. Rows stay.
create table identity.body_holder (
    body       uuid not null references identity.body,
    person     uuid not null references identity.person,
    standing   text not null check (standing in ('OWNER', 'LEGAL_REPRESENTATIVE', 'STAFF')),
    held_from  timestamptz not null,
    held_until timestamptz,
    primary key (body, person, held_from),
    check (held_until > held_from)
);
create index body_of_person on identity.body_holder (person);

grant select, insert on identity.declared, identity.body, identity.body_holder to ${app};
grant update (held_until) on identity.body_holder to ${app};
