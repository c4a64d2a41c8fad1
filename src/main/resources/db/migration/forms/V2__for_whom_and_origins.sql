-- For whom a draft is filled in, as the filer said; null until asked.
alter table forms.draft add column representation jsonb;
-- Where answers came from that the person did not type: dotted path of the answer -> origin.
alter table forms.draft add column origins jsonb not null default '{}';
