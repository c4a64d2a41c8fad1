-- Step tables as the decisions print them.
create table processing.step_table (
    id        uuid    primary key,
    procedure text    not null,
    agency    text    not null,
    version   integer not null,
    from_day  date    not null,
    decision  text    not null,
    unique (procedure, agency, version)
);
create table processing.step (
    step_table    uuid     not null references processing.step_table,
    number        smallint not null,
    kind          text     not null,
    post          text     not null,
    title         text     not null,
    title_english text     not null,
    outcome       text     not null,
    hours         integer  not null check (hours > 0),
    primary key (step_table, number)
);

-- A step of a dossier that a post has to do.
create table processing.task (
    id            uuid        not null,
    dossier       uuid        not null,
    agency        text        not null,
    procedure     text        not null,
    step_table    uuid        not null,
    step          smallint    not null,
    kind          text        not null,
    first         boolean     not null,
    post          text        not null,
    applicant     uuid        not null,
    filer         uuid        not null,
    assignee      uuid,
    opened_at     timestamptz not null default transaction_timestamp(),
    due_at        timestamptz not null,
    budget_due_at timestamptz not null,
    paused        boolean     not null default false,
    closed_at     timestamptz,
    closed_by     uuid,
    outcome       text,
    opinion       text
) partition by range (id);
select journal.make_partitions_of('processing', 'task', current_date, 3);
create unique index task_id on processing.task (id);
-- One open task a dossier at a time; the same index finds it.
create index task_open on processing.task (dossier) where closed_at is null;
create index task_list on processing.task (agency, post, due_at, id) where closed_at is null;
create index task_dossier on processing.task (dossier, id) where closed_at is not null;

-- The result of a dossier, from its draft to its issue.
create table processing.result (
    dossier     uuid primary key,
    agency      text not null,
    kind        text not null,
    code        text not null,
    title       text not null,
    symbol      text not null,
    fields      jsonb not null,
    verify_code text not null unique,
    draft_file  uuid,
    draft_sha256 text,
    signed_file uuid,
    signed_sha256 text,
    signed_by   uuid,
    signed_post text,
    signed_at   timestamptz,
    number      integer,
    number_year integer,
    issued_file uuid,
    issued_sha256 text,
    issued_at   timestamptz,
    issued_by   uuid,
    drafted_at  timestamptz not null default transaction_timestamp()
);

-- Who is signing what just now: nobody else may until it is recorded or two minutes have passed.
create table processing.signature_attempt (
    dossier uuid        not null,
    stage   text        not null check (stage in ('sign', 'issue')),
    attempt uuid        not null,
    by      uuid        not null,
    at      timestamptz not null default clock_timestamp(),
    primary key (dossier, stage)
);

-- Number of documents an agency has issued under a symbol in a year; a number is never given twice.
create table processing.register (
    agency text    not null,
    symbol text    not null,
    year   integer not null,
    last   integer not null,
    primary key (agency, symbol, year)
);

-- The first statement of a verb on a step: says who acts, then reads the open task.
create function processing.opened(p_actor text, p_agency text, p_dossier uuid) returns setof processing.task
    language plpgsql rows 1 as $$
begin
    perform shared.tell(p_actor, p_agency);
    return query select * from processing.task where dossier = p_dossier and closed_at is null;
end $$;
grant execute on function processing.opened to ${app};

grant select, insert on processing.step_table, processing.step to ${app};
grant select, insert, update on processing.task, processing.result, processing.register to ${app};
grant select, insert, update, delete on processing.signature_attempt to ${app};
