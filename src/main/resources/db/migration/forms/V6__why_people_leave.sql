-- Why people stop at a question: counts and nothing else; no person, no draft.
create table forms.leave_reason (
    procedure    text not null,
    form_id      text not null,
    form_version int not null,
    question     text not null,
    reason       text not null,
    day          date not null,
    times        bigint not null,
    primary key (procedure, form_id, form_version, question, reason, day)
);
grant select, insert, update on forms.leave_reason to ${app};

-- When a draft's owner was last asked why, and last answered: asked once a day at most.
alter table forms.draft add column why_asked_at timestamptz;
alter table forms.draft add column why_answered_at timestamptz;
