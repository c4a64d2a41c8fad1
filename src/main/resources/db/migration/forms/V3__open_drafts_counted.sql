-- How many people are in the middle of a version of a form: a number for whoever is about to publish the next one. Rows stay behind
-- the wall; only the count comes through.
create function forms.open_drafts(form text, version int) returns bigint language sql stable security definer
    set search_path = pg_catalog as $$
    select count(*) from forms.draft d
     where d.form_id = form and d.form_version = version and d.filed_at is null
$$;
revoke all on function forms.open_drafts(text, int) from public;
grant execute on function forms.open_drafts(text, int) to ${app};
create index draft_of_form on forms.draft (form_id, form_version) where filed_at is null;
