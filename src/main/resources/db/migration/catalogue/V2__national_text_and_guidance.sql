-- The national text and our guidance are two things: an imported text never overwrites what we wrote, nor the other way.
-- An edition is one of each; it is what dossiers keep.

create table catalogue.guidance (
    id                  uuid not null unique default uuidv7(),
    code                text not null,
    version             int not null check (version > 0),
    plain_title         text not null,
    english_plain_title text not null,
    -- Null while it cannot be filed here.
    form_id             text,
    form_version        int,
    -- Prose for readers; nothing is ruled on by it.
    guide               jsonb not null,
    published_at        timestamptz not null default transaction_timestamp(),
    primary key (code, version),
    check ((form_id is null) = (form_version is null))
);

insert into catalogue.guidance (code, version, plain_title, english_plain_title, form_id, form_version, guide)
select code, version, plain_title, english_plain_title, form_id, form_version, guide from catalogue.procedure_version;

create table catalogue.guidance_channel (
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
    primary key (code, version, position),
    foreign key (code, version) references catalogue.guidance (code, version)
);

insert into catalogue.guidance_channel
select code, version, position, kind, term_amount, term_unit, fee, fee_kind, note, english_note from catalogue.channel;

alter table catalogue.component drop constraint component_code_version_fkey;
alter table catalogue.component rename to guidance_component;
alter table catalogue.guidance_component
    add foreign key (code, version) references catalogue.guidance (code, version);

create table catalogue.edition (
    id         uuid not null unique default uuidv7(),
    code       text not null,
    edition    int not null check (edition > 0),
    national   int not null,
    guidance   int,
    -- First day on which this pair is used; the national text's own dates hold besides.
    valid_from date not null,
    primary key (code, edition),
    unique nulls not distinct (code, national, guidance),
    foreign key (code, national) references catalogue.procedure_version (code, version),
    foreign key (code, guidance) references catalogue.guidance (code, version)
);

insert into catalogue.edition (code, edition, national, guidance, valid_from)
select code, version, version, version, valid_from from catalogue.procedure_version;

-- The national list of papers, in the announced words, by case. A count of -1 is one that the announcement garbles.
create table catalogue.paper (
    code       text not null,
    version    int not null,
    position   int not null,
    case_title text not null,
    name       text not null,
    form_file  text not null,
    originals  int not null check (originals >= -1),
    certified  int not null check (certified >= -1),
    copies     int not null check (copies >= -1),
    primary key (code, version, position),
    foreign key (code, version) references catalogue.procedure_version (code, version)
);

insert into catalogue.paper
select code, version, position, '', title, '', originals, certified, copies from catalogue.guidance_component;

alter table catalogue.procedure_version
    drop column plain_title, drop column english_plain_title, drop column form_id, drop column form_version,
    drop column guide,
    drop constraint procedure_version_code_check,
    -- A text corrected on the day it came into force is another version of the same day; the later one counts.
    drop constraint procedure_version_code_valid_from_key,
    add check (code ~ '^\d\.\d{6}(\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?$'),
    add column steps        text not null default '',
    add column requirements text not null default '',
    add column competent    text not null default '',
    add column receiving    text not null default '',
    add column delegated    text not null default '',
    add column coordinating text not null default '',
    add column performing   text not null default '',
    add column related      text not null default '',
    add column keywords     text not null default '',
    add column source       text not null default '';

-- A text may have several lines for one channel and may leave the time or the money unsaid.
alter table catalogue.channel
    drop constraint channel_pkey,
    add primary key (code, version, position),
    alter column term_amount drop not null,
    alter column term_unit drop not null,
    alter column fee drop not null,
    alter column fee_kind drop not null,
    add check ((term_amount is null) = (term_unit is null)),
    add check ((fee is null) = (fee_kind is null));
alter table catalogue.result drop constraint result_pkey, add primary key (code, version, position);
alter table catalogue.legal_basis drop constraint legal_basis_pkey, add primary key (code, version, position);

grant select, insert on catalogue.guidance, catalogue.guidance_channel, catalogue.edition, catalogue.paper to ${app};
