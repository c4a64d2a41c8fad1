-- Forms as officers write them, before a second person publishes them. One at a time for each procedure.
create table authoring.form_draft (
    id           uuid not null primary key,
    code         text not null,
    state        text not null check (state in ('WRITING', 'SENT', 'PUBLISHED', 'DISCARDED')),
    -- Counts on from one draft of a procedure to the next, so that a page drawn long ago is always seen to be old.
    version      int not null check (version > 0),
    content      jsonb not null,
    -- The form in force when this was last saved, null when there was none.
    form_id      text,
    form_version int,
    -- Who saved it last; that person may not publish it.
    preparer     uuid not null,
    saved_at     timestamptz not null default transaction_timestamp(),
    -- Why the second person gave it back, until it is sent again.
    returned     text,
    unique (code, version),
    check ((form_id is null) = (form_version is null))
);
create unique index form_draft_open on authoring.form_draft (code) where state in ('WRITING', 'SENT');

-- Every content that was ever saved: what one officer writes over is not lost, and two at one page can be compared.
create table authoring.form_content (
    draft    uuid not null references authoring.form_draft (id),
    version  int not null,
    content  jsonb not null,
    saved_by uuid not null,
    saved_at timestamptz not null default transaction_timestamp(),
    primary key (draft, version)
);

grant select, insert on authoring.form_draft, authoring.form_content to ${app};
grant update (state, version, content, form_id, form_version, preparer, saved_at, returned)
    on authoring.form_draft to ${app};
