-- The dossier: what is searched, sorted, counted and ruled on is a column.
create table dossiers.dossier (
    id                uuid        not null,
    agency            text        not null,
    procedure         text        not null,
    procedure_version integer     not null,
    form_id           text        not null,
    form_version      integer     not null,
    request_code      text        not null,
    code              text,
    state             text        not null,
    filer             uuid        not null,
    applicant         uuid        not null,
    applicant_name    text        not null,
    channel           text        not null,
    representation    text        not null,
    filed_at          timestamptz not null default transaction_timestamp(),
    reception_due_at  timestamptz not null,
    received_at       timestamptz,
    due_at            timestamptz,
    first_due_at      timestamptz,
    paused_at         timestamptz,
    finished_at       timestamptz,
    returned_at       timestamptz,
    supplements       smallint    not null default 0,
    term_amount       integer     not null,
    term_unit         text        not null,
    rating            smallint    check (rating between 1 and 5),
    rating_words      text,
    -- When the leader was told that it waited too long for reception.
    escalated_at      timestamptz,
    -- Key with which the public log names this dossier; erasing it unlinks the person and leaves the log whole.
    log_key           bytea       default uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
) partition by range (id);

select journal.make_partitions_of('dossiers', 'dossier', current_date, 3);
create unique index dossier_id on dossiers.dossier (id);
create index dossier_list on dossiers.dossier (agency, id desc);
create index dossier_applicant on dossiers.dossier (applicant, id desc);
create index dossier_waiting on dossiers.dossier (reception_due_at)
    where state = 'SUBMITTED' and escalated_at is null;
create index dossier_filer on dossiers.dossier (filer, id desc) where filer <> applicant;

-- What was filed: the answers, one row for the filing and one for each supplement.
create table dossiers.filing (
    agency  text        not null,
    dossier uuid        not null,
    number  smallint    not null,
    answers jsonb       not null,
    note    text,
    by      uuid        not null,
    at      timestamptz not null default transaction_timestamp(),
    primary key (dossier, number)
) partition by range (dossier);
select journal.make_partitions_of('dossiers', 'filing', current_date, 3);

create table dossiers.paper (
    agency     text        not null,
    dossier    uuid        not null,
    component  text        not null,
    file       uuid        not null,
    sha256     text        not null,
    name       text        not null,
    media_type text        not null,
    size       bigint      not null,
    filing     smallint    not null,
    at         timestamptz not null default transaction_timestamp(),
    primary key (dossier, file)
) partition by range (dossier);
select journal.make_partitions_of('dossiers', 'paper', current_date, 3);

-- Both codes of every dossier, unique in the installation.
create table dossiers.code (
    code    text primary key,
    dossier uuid not null,
    agency  text not null
);

-- How many dossiers an agency has received on a day: the number in the dossier code. Gaps are allowed.
create table dossiers.day_counter (
    agency text    not null,
    day    date    not null,
    last   integer not null,
    primary key (agency, day)
);

-- When the promise stood still.
create table dossiers.pause (
    agency  text        not null,
    dossier uuid        not null,
    since   timestamptz not null default transaction_timestamp(),
    until   timestamptz,
    primary key (dossier, since)
);

-- What an official asked for or decided, with the facts that Forms 02 and 03 print.
create table dossiers.decision (
    agency  text        not null,
    dossier uuid        not null,
    kind    text        not null check (kind in ('supplement', 'refusal')),
    entry   uuid        not null,
    post    text        not null,
    items   jsonb       not null default '[]',
    reason  text        not null,
    clause  text        not null,
    until   date,
    way_on  text,
    at      timestamptz not null default transaction_timestamp(),
    primary key (dossier, entry)
);

-- The slips of Circular 03/2025/TT-VPCP as issued: one file each.
create table dossiers.slip (
    agency  text        not null,
    dossier uuid        not null,
    form    smallint    not null check (form between 1 and 7),
    entry   uuid        not null,
    file    uuid        not null,
    sha256  text        not null,
    at      timestamptz not null default transaction_timestamp(),
    primary key (dossier, form, entry)
);

-- The first statement of a verb on a dossier: says who acts, then reads it.
create function dossiers.opened(p_actor text, p_agency text, p_id uuid) returns setof dossiers.dossier
    language plpgsql rows 1 as $$
begin
    perform shared.tell(p_actor, p_agency);
    return query select * from dossiers.dossier where id = p_id;
end $$;
grant execute on function dossiers.opened to ${app};

grant select, insert, update on dossiers.dossier to ${app};
grant select, insert on dossiers.filing, dossiers.paper, dossiers.code, dossiers.decision, dossiers.slip to ${app};
grant select, insert, update on dossiers.day_counter, dossiers.pause to ${app};
