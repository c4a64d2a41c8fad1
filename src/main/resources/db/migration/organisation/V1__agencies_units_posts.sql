-- Agencies, units and posts. A row holds from valid_from until the day before valid_to; old rows stay, because old dossiers name them.
create table organisation.agency (
    code         text not null,
    old_code     text not null,
    name         text not null,
    english_name text not null,
    kind         text not null check (kind in ('MINISTRY', 'PROVINCE', 'COMMUNE')),
    parent       text,
    place        text not null,
    address      text not null,
    phone        text not null,
    email        text not null,
    hours        text not null,
    english_hours text not null,
    symbol       text not null,
    valid_from   date not null,
    valid_to     date,
    primary key (code, valid_from),
    check (code ~ '^[A-Z]\d{2}(\.\d{2,3}){0,6}$'),
    check (old_code ~ '^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$'),
    check (valid_to > valid_from)
);

create table organisation.unit (
    code         text not null,
    agency       text not null,
    name         text not null,
    english_name text not null,
    valid_from   date not null,
    valid_to     date,
    primary key (code, valid_from),
    check (code like agency || '.%'),
    check (valid_to > valid_from)
);

create table organisation.post (
    code          text not null,
    agency        text not null,
    unit          text not null,
    title         text not null,
    english_title text not null,
    role          text not null check (role in ('DESK', 'OFFICER', 'LEADER', 'CLERK', 'CATALOGUE', 'ADMINISTRATOR', 'INSPECTOR')),
    valid_from    date not null,
    valid_to      date,
    primary key (code, valid_from),
    check (code like agency || '/%'),
    check (valid_to > valid_from)
);

-- One row; every change raises the number, so that each copy of the program knows when to read again.
create table organisation.revision (
    revision bigint not null,
    one      boolean primary key default true check (one)
);
insert into organisation.revision (revision) values (0);

grant usage on schema organisation to ${app};
grant select, insert on organisation.agency, organisation.unit, organisation.post to ${app};
grant update (valid_to) on organisation.agency, organisation.unit, organisation.post to ${app};
grant select, update on organisation.revision to ${app};
