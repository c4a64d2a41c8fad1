-- When each answer last changed: what a person is told who has to choose between two devices.
alter table forms.draft add column changed_at jsonb not null default '{}';

-- An answer that was sent from a page drawn before another device changed the same answer waits here until the person
-- has chosen; afterwards the one that was not chosen stays here as an earlier answer.
alter table forms.draft_earlier add column page text;
alter table forms.draft_earlier add column waiting boolean not null default false;
create unique index draft_waiting on forms.draft_earlier (owner, draft, field) where waiting;
grant update (waiting) on forms.draft_earlier to ${app};
