-- The national text of procedures: one row for each version. A version applies from valid_from until the day before valid_to.
create table catalogue.procedure_version (
    id                  uuid not null unique default uuidv7(),
    code                text not null,
    version             int not null check (version > 0),
    valid_from          date not null,
    valid_to            date,
    announcement        text not null,
    announced_by        text not null,
    title               text not null,
    english_title       text not null,
    plain_title         text not null,
    english_plain_title text not null,
    field               text not null,
    english_field       text not null,
    audience            text not null,
    english_audience    text not null,
    levels              text[] not null,
    form_id             text not null,
    form_version        int not null,
    -- Prose for readers; nothing is ruled on by it.
    guide               jsonb not null,
    published_at        timestamptz not null default transaction_timestamp(),
    primary key (code, version),
    unique (code, valid_from),
    check (code ~ '^[123]\.\d{6}(\.\d{3}\.\d{2}\.\d{2}\.H\d{2})?$'),
    check (valid_to > valid_from)
);

create table catalogue.channel (
    code         text not null,
    version      int not null,
    position     int not null,
    kind         text not null check (kind in ('DIRECT', 'ONLINE', 'POST')),
    term_amount  int not null check (term_amount > 0),
    term_unit    text not null,
    fee          numeric(18, 0) not null check (fee >= 0),
    fee_kind     text not null check (fee_kind in ('FEE', 'CHARGE')),
    note         text,
    english_note text,
    primary key (code, version, kind),
    foreign key (code, version) references catalogue.procedure_version (code, version)
);

create table catalogue.component (
    code            text not null,
    version         int not null,
    position        int not null,
    component       text not null,
    title           text not null,
    english_title   text not null,
    required        boolean not null,
    originals       int not null,
    certified       int not null,
    copies          int not null,
    applies         text,
    english_applies text,
    held_by         text,
    english_held_by text,
    primary key (code, version, component),
    foreign key (code, version) references catalogue.procedure_version (code, version)
);

create table catalogue.result (
    code          text not null,
    version       int not null,
    position      int not null,
    result        text not null,
    title         text not null,
    english_title text not null,
    primary key (code, version, result),
    foreign key (code, version) references catalogue.procedure_version (code, version)
);

create table catalogue.legal_basis (
    code     text not null,
    version  int not null,
    position int not null,
    number   text not null,
    title    text not null,
    primary key (code, version, number),
    foreign key (code, version) references catalogue.procedure_version (code, version)
);

-- What agencies configure, apart from the national text.
create table catalogue.agency_setting (
    id         uuid not null unique default uuidv7(),
    procedure  text not null,
    agency     text not null,
    unit       text not null,
    valid_from date not null,
    valid_to   date,
    primary key (procedure, agency, valid_from),
    check (valid_to > valid_from)
);

-- One row; every change raises the number, so that each copy of the program knows when to read again.
create table catalogue.revision (
    revision bigint not null,
    one      boolean primary key default true check (one)
);
insert into catalogue.revision (revision) values (0);

grant select, insert on catalogue.procedure_version, catalogue.channel, catalogue.component, catalogue.result,
    catalogue.legal_basis, catalogue.agency_setting to ${app};
grant update (valid_to) on catalogue.procedure_version, catalogue.agency_setting to ${app};
grant select, update on catalogue.revision to ${app};
