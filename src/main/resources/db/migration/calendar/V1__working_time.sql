-- Working time as rows with a legal basis. Rows are only added: a new version of a day or of an agency's hours is a
-- new row with a later known_from, and what was received before keeps the older one. The default of known_from lies
-- five minutes ahead, so that every copy of the program has read a row before it counts.

create table calendar.basis (
    code          text primary key,
    title         text not null,
    english_title text not null
);

-- Years for which somebody has filled in the days off: outside them no date is ever given.
create table calendar.filled_year (
    year       int primary key check (year between 2000 and 2199),
    known_from timestamptz not null default transaction_timestamp() + interval '5 minutes'
);

create table calendar.special_day (
    day          date        not null,
    scope        text,       -- an agency's code, for it and the agencies under it; null: the nation
    kind         text        not null check (kind in ('HOLIDAY', 'SUBSTITUTE', 'SWAPPED_OFF', 'SWAPPED_WORKING', 'ORDINARY')),
    name         text        not null,
    english_name text        not null,
    counterpart  date,       -- the day swapped with, or the holiday it stands for
    basis        text        not null references calendar.basis,
    provisional  boolean     not null default false,
    known_from   timestamptz not null default transaction_timestamp() + interval '5 minutes',
    unique nulls not distinct (day, scope, known_from),
    check (counterpart is not null or kind not in ('SWAPPED_OFF', 'SWAPPED_WORKING')),
    check (counterpart <> day)
);

create table calendar.opening (
    id             uuid        primary key default uuidv7(),
    scope          text,       -- an agency's code, for it and the agencies under it; null: whoever states nothing
    return_hour    text        not null default 'END_OF_DAY' check (return_hour in ('END_OF_DAY', 'RECEPTION_HOUR')),
    same_day_until time        not null default '15:00',
    basis          text        not null references calendar.basis,
    known_from     timestamptz not null default transaction_timestamp() + interval '5 minutes',
    unique nulls not distinct (scope, known_from)
);

create table calendar.session (
    opening uuid not null references calendar.opening,
    weekday int  not null check (weekday between 1 and 7),
    opens   time not null check (extract(second from opens) = 0),
    closes  time not null check (extract(second from closes) = 0 and closes > opens),
    primary key (opening, weekday, opens)
);

grant select on calendar.basis, calendar.filled_year, calendar.special_day, calendar.opening, calendar.session to ${app};
