-- What a person has been told: rebuilt by a replay, except what they have read.
create table notifications.notice (
    person    uuid        not null,
    entry     uuid        not null,
    kind      text        not null,
    dossier   uuid        not null,
    agency    text        not null,
    procedure text        not null,
    code      text        not null,
    due       timestamptz,
    last_day  date,
    at        timestamptz not null,
    read_at   timestamptz,
    primary key (person, entry)
) partition by range (entry);
select journal.make_partitions_of('notifications', 'notice', current_date, 3);
create index notice_unread on notifications.notice (person) where read_at is null;

-- What is sent outside: one letter for each notice, never again after a replay. Subject and body are written down when it
-- is sent, so that a row costs little before; `next_at` is null once it is sent or given up.
create table notifications.mail (
    entry    uuid        not null,
    person   uuid        not null,
    address  text        not null,
    subject  text,
    body     text,
    attempts smallint    not null default 0,
    next_at  timestamptz default transaction_timestamp(),
    sent_at  timestamptz,
    error    text,
    primary key (entry, person)
) partition by range (entry);
select journal.make_partitions_of('notifications', 'mail', current_date, 3);
create index mail_next on notifications.mail (next_at) where next_at is not null;

-- The demo's mailbox: letters as its mail server took them in.
create table notifications.demo_message (
    id         uuid        primary key,
    at         timestamptz not null default transaction_timestamp(),
    address    text        not null,
    sender     text        not null,
    message_id text        not null,
    subject    text        not null,
    body       text        not null,
    unique (message_id, address)
);

grant select, insert, update, delete on notifications.notice to ${app};
grant select, insert, update on notifications.mail to ${app};
grant select, insert, delete on notifications.demo_message to ${app};
