-- Administrative units as lists state them. A list is kept whole and never changed: which one is in force on a day is
-- read from the days they speak of, so that a wrong list is answered by a further one and old names stay findable.
create table areas.list (
    id          bigint generated always as identity primary key,
    kind        text        not null check (kind in ('UNITS', 'SPLITS', 'MERGES')),
    as_of       date        not null,
    sha256      bytea       not null,
    source      text        not null,
    entries     integer     not null,
    imported_at timestamptz not null default transaction_timestamp()
);

-- A province (no province of its own) or a commune, as a list of kind UNITS names it.
create table areas.unit (
    list         bigint not null references areas.list,
    code         text   not null check (code ~ '^(\d{2}|\d{5})$'),
    province     text,
    name         text   not null,
    english_name text   not null,
    primary key (list, code)
);

-- A unit as it was before, as a list of kind SPLITS or MERGES names it.
create table areas.old_unit (
    list     bigint not null references areas.list,
    code     text   not null check (code ~ '^(\d{2}|\d{3}|\d{5})$'),
    province text,
    name     text   not null,
    primary key (list, code)
);

-- What it became: the whole of it, a part, or as much as the list does not say (null).
create table areas.became (
    list     bigint not null references areas.list,
    old_code text   not null,
    new_code text   not null,
    new_name text   not null,
    whole    boolean,
    primary key (list, old_code, new_code)
);

grant usage on schema areas to ${app};
grant select, insert on areas.list, areas.unit, areas.old_unit, areas.became to ${app};
