-- Periods that the clock opens: what the region's calendar opens is opened by nobody. Rhythms that were there before are opened by hand
-- until somebody says otherwise.
alter table cadence add column opens_after date;
comment on column cadence.opens_after is 'the clock opens dispatch periods whose first day lies after this day; null = by hand only';
alter table period alter column opened_by drop not null;
comment on column period.opened_by is 'null = the clock, for whoever set the cadence up';
