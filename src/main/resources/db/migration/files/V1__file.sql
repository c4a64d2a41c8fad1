-- Stored objects: the bytes lie in the blob store under their SHA-256; a row says whose they are and how to show them.
-- The id is a random handle: whoever does not hold it cannot guess it, and it says nothing of the content.
create table files.file (
    id         uuid        primary key,
    owner      uuid        not null,
    sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    name       text        not null check (octet_length(name) between 1 and 200),
    media_type text        not null,
    size       bigint      not null check (size > 0),
    at         timestamptz not null default transaction_timestamp()
);
create index file_owner on files.file (owner, at);
create index file_sha256 on files.file (sha256);
grant select, insert on files.file to ${app};
