-- Issued results: each person's store and the register for checking.
create table wallet.result (
    code           text        primary key,
    holder         uuid        not null,
    initials       text        not null,
    agency         text        not null,
    dossier        uuid        not null,
    dossier_code   text        not null,
    type_code      text        not null,
    title          text        not null,
    number         text        not null,
    signer_post    text        not null,
    signer_name    text        not null,
    signed_at      timestamptz not null,
    file           uuid        not null,
    sha256         text        not null unique,
    issued_at      timestamptz not null default transaction_timestamp(),
    valid_until    date,
    revoked_at     timestamptz,
    revoked_reason text
);
create index result_holder on wallet.result (holder, issued_at desc);
create unique index result_number on wallet.result (agency, number, extract(year from issued_at at time zone 'Asia/Ho_Chi_Minh'));
grant select, insert on wallet.result to ${app};
grant update (revoked_at, revoked_reason) on wallet.result to ${app};
