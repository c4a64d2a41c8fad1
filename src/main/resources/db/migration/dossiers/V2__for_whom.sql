-- For whom a dossier was filed when it was not for the filer: what the filer told, kept as told.
create table dossiers.party (
    agency          text not null,
    dossier         uuid not null,
    kind            text not null check (kind in ('GUARDIAN', 'AUTHORISED', 'ORGANISATION')),
    name            text not null,
    personal_number text,
    birth_date      date,
    care            text check (care in ('CHILD', 'WARD', 'COURT')),
    tax_code        text,
    primary key (dossier)
) partition by range (dossier);
select journal.make_partitions_of('dossiers', 'party', current_date, 3);

-- Where prefilled answers came from, by the answer's path.
alter table dossiers.filing add column origins jsonb not null default '{}';

grant select, insert on dossiers.party to ${app};
