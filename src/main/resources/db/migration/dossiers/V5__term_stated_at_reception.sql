-- Where the announcement leaves the term open, the desk states it at reception: until then a dossier has none.
alter table dossiers.dossier alter column term_amount drop not null, alter column term_unit drop not null;
alter table dossiers.dossier
    add constraint received_with_a_term check (received_at is null or term_unit is not null);
