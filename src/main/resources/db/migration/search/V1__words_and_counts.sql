-- What officers lay over the vocabulary that comes with the program. The journal keeps who changed what.
create table search.word (
    kind    text    not null check (kind in ('ENGLISH', 'ABBREVIATION', 'SYNONYM', 'EVERYDAY', 'FILLER')),
    phrase  text    not null check (phrase <> ''),
    meaning text    not null,
    removed boolean not null default false, -- a shipped entry that is switched off
    version int     not null,
    subject uuid    not null default uuidv7(), -- under which the journal speaks of it
    primary key (kind, phrase)
);

-- How often a question was asked on a day. Only questions that cannot speak of a person (docs/search.md).
create table search.asked (
    day      date not null,
    question text not null,
    fitting  int  not null, -- of these, how often something fitted
    times    int  not null,
    primary key (day, question)
);

-- What was opened from the answers to it.
create table search.chosen (
    day       date not null,
    question  text not null,
    procedure text not null,
    times     int  not null,
    primary key (day, question, procedure)
);

-- Fingerprints of questions whose words may be a person's: the words are kept once the same was asked on three days.
create table search.seen (
    fingerprint bytea not null,
    day         date  not null,
    primary key (fingerprint, day)
);

grant select, insert, update on search.word to ${app};
grant select, insert, update, delete on search.asked, search.chosen, search.seen to ${app};
