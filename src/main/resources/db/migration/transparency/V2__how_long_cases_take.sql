-- How long each case really took, and what was asked to be supplemented: built from the journal, rebuilt by a replay.
-- Times are working time of the agency in milliseconds.
create table transparency.case_time (
    dossier       uuid        not null,
    procedure     text        not null,
    agency        text        not null,
    received_at   timestamptz,
    waiting_since timestamptz,
    waited        bigint      not null default 0,
    finished_at   timestamptz,
    worked        bigint,
    primary key (dossier)
) partition by range (dossier);
select journal.make_partitions_of('transparency', 'case_time', current_date, 3);
create index on transparency.case_time (procedure, finished_at) where worked is not null;
create index on transparency.case_time (procedure);

-- One line for each case and paper or question, however often it was asked for.
create table transparency.asked_again (
    dossier   uuid not null,
    component text not null,
    procedure text not null,
    primary key (dossier, component)
) partition by range (dossier);
select journal.make_partitions_of('transparency', 'asked_again', current_date, 3);
create index on transparency.asked_again (procedure, component);

grant select, insert, update, delete on transparency.case_time to ${app};
grant select, insert, delete on transparency.asked_again to ${app};
