-- Answers given to requests that carried an idempotency key, kept 30 days.
create table shared.once (
    person    uuid        not null,
    path      text        not null,
    key       text        not null check (length(key) <= 255),
    body_hash text        not null,
    answer    text        not null,
    at        timestamptz not null default transaction_timestamp(),
    primary key (person, path, key)
);
create index once_at on shared.once (at);
grant select, insert, delete on shared.once to ${app};

-- Tells this transaction, and no other, who acts and for which agency; answers the transaction's time.
create function shared.tell(p_actor text, p_agency text) returns timestamptz language plpgsql as $$
begin
    perform set_config('phigiay.actor', p_actor, true), set_config('phigiay.agency', p_agency, true);
    return transaction_timestamp();
end $$;
grant execute on function shared.tell to ${app};

-- What the installation notes about itself, such as which build has loaded the demo.
create table shared.note (
    name  text primary key,
    value text not null
);
grant select, insert, update on shared.note to ${app};
