-- The chain of a filing: what is filed from the same answers once this dossier has its result. One row for each part, so that
-- each is filed once and none is lost: it waits, it became a dossier, or it stopped with the reason.
create table dossiers.chain (
    agency     text        not null,
    parent     uuid        not null,
    procedure  text        not null,
    place      smallint    not null,
    title_vi   text        not null,
    title_en   text        not null,
    state      text        not null default 'WAITING' check (state in ('WAITING', 'FILED', 'STOPPED')),
    child      uuid,
    errors     jsonb       not null default '[]',
    changed_at timestamptz not null default transaction_timestamp(),
    primary key (parent, procedure),
    check ((state = 'FILED') = (child is not null))
) partition by range (parent);
select journal.make_partitions_of('dossiers', 'chain', current_date, 3);
create index chain_child on dossiers.chain (child) where child is not null;

grant select, insert on dossiers.chain to ${app};
grant update (state, child, errors, changed_at) on dossiers.chain to ${app};
