-- What anybody may read of a dossier: built from the journal and rebuilt by a replay.
create table transparency.step (
    position  bigint      not null,
    dossier   uuid        not null,
    at        timestamptz not null,
    type      text        not null,
    post      text,
    next_post text,
    to_state  smallint,
    primary key (dossier, position)
) partition by range (dossier);
select journal.make_partitions_of('transparency', 'step', current_date, 3);

create table transparency.day (
    agency          text    not null,
    day             date    not null,
    filed           integer not null default 0,
    received        integer not null default 0,
    on_time         integer not null default 0,
    late            integer not null default 0,
    refused         integer not null default 0,
    withdrawn       integer not null default 0,
    waited_too_long integer not null default 0,
    rated           integer not null default 0,
    stars           integer not null default 0,
    primary key (agency, day)
);

grant select, insert, delete on transparency.step to ${app};
grant select, insert, update, delete on transparency.day to ${app};
