-- Questions put to officers. What a person asked stays between that person and the agency, unless two officials publish it
-- in words without the asker.
create table dialogue.question (
    id           uuid not null primary key,
    code         text not null unique,
    asker        uuid not null,
    agency       text not null,
    -- The post it was handed on to; null while it is the desk's.
    post         text,
    procedure    text not null,
    form_id      text,
    form_version int,
    page         text,
    page_title   text,
    draft        uuid,
    text         text not null,
    asked_at     timestamptz not null default transaction_timestamp(),
    due_at       timestamptz not null,
    answer       text,
    answered_at  timestamptz,
    answered_by  uuid,
    answered_as  text,
    sharing      text not null default 'PRIVATE' check (sharing in ('PRIVATE', 'PROPOSED', 'PUBLISHED', 'DECLINED')),
    shared_text  text,
    decided_by   uuid,
    decided_at   timestamptz,
    check ((answer is null) = (answered_at is null)),
    check ((sharing = 'PRIVATE') = (shared_text is null)),
    check (sharing = 'PRIVATE' or answer is not null),
    -- Whoever proposes does not decide.
    check (decided_by <> answered_by)
);
create index question_asker on dialogue.question (asker, id desc);
create index question_waiting on dialogue.question (agency, due_at) where answer is null;
create index question_proposed on dialogue.question (answered_at) where sharing = 'PROPOSED';
create index question_published on dialogue.question (procedure, page, answered_at desc) where sharing = 'PUBLISHED';

grant select, insert on dialogue.question to ${app};
grant update (post, answer, answered_at, answered_by, answered_as, sharing, shared_text, decided_by, decided_at)
    on dialogue.question to ${app};
