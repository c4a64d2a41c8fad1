-- Why the second person published guidance that is below the limits of plain language; null where nobody had to say why.
alter table catalogue.guidance add column reason text;
