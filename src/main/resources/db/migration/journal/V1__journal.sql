-- The journal: append-only. The program's role states the columns it may state; id, time and xid are the database's.
create table journal.entry (
    id           uuid        not null default uuidv7(),
    at           timestamptz not null default transaction_timestamp(),
    xid          xid8        not null default pg_current_xact_id(),
    type         text        not null,
    version      smallint    not null,
    subject      uuid        not null,
    agency       text,
    actor        uuid        not null,
    post         text,
    from_state   smallint,
    to_state     smallint,
    purpose      text,
    reason       text,
    legal_basis  text,
    payload_hash bytea,
    data         jsonb       not null,
    seeded       boolean     not null default false
) partition by range (id);

-- The smallest version 7 id of a day (UTC).
create function journal.first_id(day date) returns uuid language sql immutable as $$
    select (lpad(to_hex((extract(epoch from day::timestamp) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
$$;

-- For a table partitioned by a time-ordered id: one partition a year from a day on, and a default one. Every partition
-- costs time in each statement that cannot name the year beforehand, so there are few.
create function journal.make_partitions_of(schema_name text, table_name text, from_day date, years integer)
    returns void language plpgsql as $$
declare
    y date := date_trunc('year', from_day)::date;
begin
    for i in 1 .. years loop
        execute format('create table if not exists %I.%I partition of %I.%I for values from (%L) to (%L)',
                       schema_name, table_name || to_char(y, '_YYYY'), schema_name, table_name,
                       journal.first_id(y), journal.first_id((y + interval '1 year')::date));
        y := (y + interval '1 year')::date;
    end loop;
    execute format('create table if not exists %I.%I partition of %I.%I default',
                   schema_name, table_name || '_other', schema_name, table_name);
end $$;

select journal.make_partitions_of('journal', 'entry', current_date, 3);

create unique index entry_id on journal.entry (id);
create index entry_subject on journal.entry (subject, id);
create index entry_xid on journal.entry (xid);

-- The place of each entry, given by one sequencer: 1, 2, 3 … without gaps.
create table journal.sequence (
    position bigint not null,
    entry    uuid   not null
) partition by range (position);
create table journal.sequence_1 partition of journal.sequence for values from (1) to (100000001);
create table journal.sequence_2 partition of journal.sequence for values from (100000001) to (200000001);
create table journal.sequence_other partition of journal.sequence default;
create unique index sequence_position on journal.sequence (position);

create table journal.numbering (
    only_row boolean primary key default true check (only_row),
    numbered bigint  not null default 0,
    next_xid xid8    not null default '0',
    -- Entries up to this id came with a restore from another cluster: their xid says nothing here.
    restored uuid    not null default '00000000-0000-0000-0000-000000000000',
    cluster  bigint  not null
);
insert into journal.numbering (cluster) select system_identifier from pg_control_system();

create table journal.cursor (
    follower text        primary key,
    position bigint      not null default 0,
    moved_at timestamptz not null default now()
);

-- Entries that a follower could not take in five times: the rest of the subject waits, other subjects go on.
create table journal.parked (
    follower text        not null,
    position bigint      not null,
    entry    uuid        not null,
    subject  uuid        not null,
    error    text        not null,
    at       timestamptz not null default now(),
    primary key (follower, position)
);
create index parked_subject on journal.parked (follower, subject);

create function journal.append(
    p_type text, p_version smallint, p_subject uuid, p_agency text, p_actor uuid, p_post text,
    p_from smallint, p_to smallint, p_purpose text, p_reason text, p_legal_basis text,
    p_payload_hash bytea, p_data jsonb
) returns uuid language plpgsql volatile as $$
declare
    new_id uuid;
begin
    insert into journal.entry (type, version, subject, agency, actor, post, from_state, to_state, purpose, reason,
                               legal_basis, payload_hash, data)
    values (p_type, p_version, p_subject, p_agency, p_actor, p_post, p_from, p_to, p_purpose, p_reason,
            p_legal_basis, p_payload_hash, p_data)
    returning id into new_id;
    return new_id;
end $$;

-- Numbers the entries of all transactions that are over and that nothing can precede any more. After a restore into
-- another cluster transaction numbers start anew: then everything without a number is numbered first.
create function journal.number_entries(at_most integer) returns integer language plpgsql security definer
    set search_path = pg_catalog as $$
declare
    n journal.numbering;
    horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
    done integer;
    here bigint;
    last_xid xid8;
begin
    select * into n from journal.numbering for update skip locked;
    if not found then
        return 0;
    end if;
    select system_identifier into here from pg_control_system();
    if here <> n.cluster then
        insert into journal.sequence (position, entry)
        select n.numbered + row_number() over (order by e.at, e.id), e.id
          from journal.entry e
         where not exists (select 1 from journal.sequence s where s.entry = e.id);
        get diagnostics done = row_count;
        update journal.numbering
           set numbered = n.numbered + done, next_xid = horizon, cluster = here,
               restored = coalesce((select id from journal.entry order by id desc limit 1), restored);
        return done;
    end if;
    if n.next_xid >= horizon then
        return 0;
    end if;
    -- Whole transactions only: the cut lies at a transaction's end, so `next_xid` alone says where to go on.
    select max(xid) into last_xid
      from (select xid from journal.entry where xid >= n.next_xid and xid < horizon and id > n.restored
             order by xid limit at_most) batch;
    if last_xid is null then
        update journal.numbering set next_xid = horizon;
        return 0;
    end if;
    insert into journal.sequence (position, entry)
    select n.numbered + row_number() over (order by e.xid, e.id), e.id
      from journal.entry e
     where e.xid >= n.next_xid and e.xid <= last_xid and e.id > n.restored;
    get diagnostics done = row_count;
    update journal.numbering
       set numbered = n.numbered + done,
           next_xid = (last_xid::text::numeric + 1)::text::xid8;
    return done;
end $$;

grant select on journal.entry, journal.sequence, journal.numbering, journal.parked to ${app};
grant insert (type, version, subject, agency, actor, post, from_state, to_state, purpose, reason, legal_basis,
              payload_hash, data) on journal.entry to ${app};
grant select, insert, update on journal.cursor to ${app};
grant insert, delete on journal.parked to ${app};
grant execute on function journal.append, journal.number_entries to ${app};
