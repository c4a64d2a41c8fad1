-- At sign-in the drafts of a guest become the person's own: only then, and only in the transaction that says whose they were
-- (`phigiay.guest`), are they seen by somebody else than their owner. What is written belongs to the one who acts.
alter policy own on forms.draft
    using (owner in (nullif(current_setting('phigiay.actor', true), '')::uuid,
                     nullif(current_setting('phigiay.guest', true), '')::uuid))
    with check (owner = nullif(current_setting('phigiay.actor', true), '')::uuid);

-- Files and earlier answers go with their draft.
alter table forms.draft_file drop constraint draft_file_owner_draft_fkey,
    add foreign key (owner, draft) references forms.draft (owner, id) on delete cascade on update cascade;
alter table forms.draft_earlier drop constraint draft_earlier_owner_draft_fkey,
    add foreign key (owner, draft) references forms.draft (owner, id) on delete cascade on update cascade;

-- Drafts nobody touched for a year are deleted, whoever owns them: rows stay behind the wall, only their number comes through.
create function forms.forget_drafts(most int) returns bigint language plpgsql security definer
    set search_path = pg_catalog as $$
declare gone bigint;
begin
    delete from forms.draft where (owner, id) in
        (select owner, id from forms.draft where updated_at < transaction_timestamp() - interval '12 months' limit most);
    get diagnostics gone = row_count;
    return gone;
end $$;
revoke all on function forms.forget_drafts(int) from public;
grant execute on function forms.forget_drafts(int) to ${app};
create index draft_updated on forms.draft (updated_at);
