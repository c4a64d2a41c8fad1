-- Lists of papers that people keep in their account: the choice, as it stands in the address of the list. A person has one for each
-- procedure; it is forgotten after ninety days.
create table guidance.kept_list (
    person    uuid not null,
    procedure text not null,
    choice    text not null check (length(choice) <= 4000),
    kept_at   timestamptz not null default transaction_timestamp(),
    primary key (person, procedure)
);
create index kept_list_old on guidance.kept_list (kept_at);

grant select, insert, delete on guidance.kept_list to ${app};
grant update (choice, kept_at) on guidance.kept_list to ${app};
