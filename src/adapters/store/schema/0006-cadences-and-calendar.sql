-- A cadence has acts, each with its own kind of period and due moment; its changes hold from a day on. Narrowed to a campaign or a
-- list, it asks and reads only what is of that campaign or list.

alter table cadence add column campaign_no integer;
-- indicator | task | project | policy; null = all lists
alter table cadence add column list text;
-- the last day whose periods it still has; null = it goes on
alter table cadence add column ends_on date;

create table cadence_act (
  region_id text not null,
  cadence_id uuid not null,
  act text not null check (act in ('dispatch', 'reconciliation', 'circular', 'review', 'briefing', 'monthlyReport')),
  -- periods whose last day is this day or later follow this row, until the act's next row
  from_day date not null,
  -- null = the act is not held any more from that day on; the rest of the row says nothing then
  period_kind text,
  -- the months of a monthly act in which alone it is held, 1 to 12; none named = in every period
  months jsonb not null default '[]',
  -- the Monday from which periods of two weeks are counted
  anchor date,
  due_workdays integer not null default 0,
  due_hour integer not null default 0 check (due_hour between 0 and 23),
  -- day of the period's last month up to which figures count
  cut_off_day integer check (cut_off_day between 1 and 31),
  -- to whom it goes, in words
  goes_to text not null default '',
  set_at timestamptz not null,
  set_by uuid not null,
  primary key (region_id, cadence_id, act, from_day),
  foreign key (region_id, cadence_id) references cadence
);

insert into cadence_act (region_id, cadence_id, act, from_day, period_kind, due_workdays, due_hour, set_at, set_by)
  select c.region_id, c.cadence_id, 'dispatch', make_date(p.year, 1, 1), c.period_kind, c.due_workdays, c.due_hour,
    c.created_at, c.created_by
  from cadence c join plan p on p.region_id = c.region_id and p.plan_id = c.plan_id;
alter table cadence drop column period_kind;
alter table cadence drop column due_workdays;
alter table cadence drop column due_hour;

-- Which item's figure of which period has been asked already: it is not asked again by another cadence.
create index sheet_line_by_figure on sheet_line (region_id, item_id, figure_period_id);

-- That an act which only reads was held: a circular sent, a quarter reviewed. Said once.
create table act_held (
  region_id text not null,
  cadence_id uuid not null,
  act text not null,
  period_id text not null,
  -- number of the paper, day and place of the meeting
  note text not null,
  held_at timestamptz not null,
  held_by uuid not null,
  primary key (region_id, cadence_id, act, period_id),
  foreign key (region_id, cadence_id) references cadence,
  foreign key (region_id, held_by) references account
);
alter table act_held enable row level security;
create policy of_region on act_held to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert on act_held to guatu_app;

-- A year of the work calendar as its notice has it, in place of the one that ships with the product.
create table calendar_year (
  region_id text not null references region,
  year integer not null,
  -- [{date, work, name}]: days off and weekend days worked instead
  days jsonb not null,
  file_name text not null,
  loaded_at timestamptz not null,
  loaded_by uuid not null,
  primary key (region_id, year)
);

-- A day of the region's own is no record: the log tells who set it and who took it back.
grant delete on calendar_override to guatu_app;

-- Addresses from which a calendar program reads a person's or a unit's due moments.
create table calendar_feed (
  region_id text not null,
  -- SHA-256 of the token in the address
  token_hash text not null,
  account_id uuid not null,
  -- null = all that concerns the person
  unit_id uuid,
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (region_id, token_hash),
  foreign key (region_id, account_id) references account,
  foreign key (region_id, unit_id) references unit
);
create index calendar_feed_by_account on calendar_feed (region_id, account_id) where revoked_at is null;
alter table calendar_feed enable row level security;
create policy of_region on calendar_feed to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert, update (revoked_at) on calendar_feed to guatu_app;
