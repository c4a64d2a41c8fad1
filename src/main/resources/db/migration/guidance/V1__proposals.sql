-- Guidance as officers prepare it, before a second person publishes it into the catalogue. One at a time for each procedure.
create table guidance.proposal (
    id         uuid not null primary key,
    code       text not null,
    state      text not null check (state in ('WRITING', 'SENT', 'PUBLISHED')),
    -- Counts on from one proposal of a procedure to the next, so that a page drawn long ago is always seen to be old.
    version    int not null check (version > 0),
    text       jsonb not null,
    -- The guidance in force when this text was last saved, 0 when there was none.
    based_on   int not null,
    -- Who saved it last; that person may not publish it.
    preparer   uuid not null,
    saved_at   timestamptz not null default transaction_timestamp(),
    -- Why the second person gave it back, until it is sent again.
    returned   text,
    unique (code, version)
);
create unique index proposal_open on guidance.proposal (code) where state <> 'PUBLISHED';

-- Every text that was ever saved: what one officer writes over is not lost.
create table guidance.proposal_text (
    proposal uuid not null references guidance.proposal (id),
    version  int not null,
    text     jsonb not null,
    saved_by uuid not null,
    saved_at timestamptz not null default transaction_timestamp(),
    primary key (proposal, version)
);

grant select, insert on guidance.proposal, guidance.proposal_text to ${app};
grant update (state, version, text, based_on, preparer, saved_at, returned) on guidance.proposal to ${app};
