-- Definitions: what a form's author wrote, one row for each version. A published version never changes.
create table forms.definition (
    id           text not null,
    version      int not null check (version > 0),
    procedure    text not null,
    body         jsonb not null,
    published_at timestamptz not null default transaction_timestamp(),
    primary key (id, version)
);

-- Drafts: what people have answered and not yet filed. The owner leads the keys, as the agency does elsewhere: a draft belongs to
-- nobody's agency before it is filed.
create table forms.draft (
    owner        uuid not null,
    id           uuid not null,
    procedure    text not null,
    form_id      text not null,
    form_version int not null,
    agency       text,
    answers      jsonb not null default '{}',
    -- For each answer, the version of the draft in which it last changed: how two windows notice each other.
    changed_in   jsonb not null default '{}',
    page         text,
    version      bigint not null default 1,
    created_at   timestamptz not null default transaction_timestamp(),
    updated_at   timestamptz not null default transaction_timestamp(),
    filed_at     timestamptz,
    dossier      uuid,
    primary key (owner, id),
    check ((filed_at is null) = (dossier is null))
);
create index draft_open on forms.draft (owner, updated_at desc) where filed_at is null;

create table forms.draft_file (
    owner     uuid not null,
    draft     uuid not null,
    component text not null,
    file      uuid not null,
    name      text not null,
    added_at  timestamptz not null default transaction_timestamp(),
    primary key (owner, draft, file),
    foreign key (owner, draft) references forms.draft (owner, id) on delete cascade
);

-- An answer that another window of the same person has written over: kept, so that nothing typed is lost.
create table forms.draft_earlier (
    owner       uuid not null,
    draft       uuid not null,
    field       text not null,
    answer      jsonb not null,
    replaced_at timestamptz not null default transaction_timestamp(),
    id          uuid not null default uuidv7(),
    primary key (owner, draft, id),
    foreign key (owner, draft) references forms.draft (owner, id) on delete cascade
);

-- What was posted when the session had ended, until the person has signed in again. Only the token's hash is here, and the fields
-- are gone after two hours.
create table forms.parked (
    token_hash bytea primary key,
    path       text not null,
    fields     jsonb not null,
    parked_at  timestamptz not null default transaction_timestamp()
);
create index parked_age on forms.parked (parked_at);

-- The second wall: whatever a query forgets, a person sees no drafts but their own.
alter table forms.draft enable row level security;
create policy own on forms.draft to ${app}
    using (owner = nullif(current_setting('phigiay.actor', true), '')::uuid);
alter table forms.draft_file enable row level security;
create policy own on forms.draft_file to ${app}
    using (owner = nullif(current_setting('phigiay.actor', true), '')::uuid);
alter table forms.draft_earlier enable row level security;
create policy own on forms.draft_earlier to ${app}
    using (owner = nullif(current_setting('phigiay.actor', true), '')::uuid);

grant select, insert on forms.definition to ${app};
grant select, insert, update, delete on forms.draft, forms.draft_file to ${app};
grant select, insert on forms.draft_earlier to ${app};
grant select, insert, delete on forms.parked to ${app};
