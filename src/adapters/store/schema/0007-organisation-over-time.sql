-- Units, posts and roles over time: what changed and why, who held what from when to when, and who stood in for whom.

-- Found to be one with another unit: that unit answers from then on, this one keeps its past.
alter table unit add column merged_into uuid;
alter table unit add column revision integer not null default 1;
alter table unit add foreign key (region_id, merged_into) references unit;

-- Written once (fenced here, as the end of a migration lets new tables be rewritten).
-- Every change of a unit, its aliases, members and posts, with its reason: what it was stands here, not in the rows.
create table unit_change (
  region_id text not null,
  change_id uuid not null,
  unit_id uuid not null,
  -- add | edit | end | reopen | merge | members | post | import
  kind text not null,
  -- {what: [before, after]} with names, as a reader is shown it
  changed jsonb not null,
  reason text not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  -- orders what happens at one moment of a clock that stands still
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (region_id, change_id),
  foreign key (region_id, unit_id) references unit
);
create index unit_change_by_unit on unit_change (region_id, unit_id);
alter table unit_change enable row level security;
create policy of_region on unit_change to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert on unit_change to guatu_app;

alter table post add column ended_on date;

-- Which post stands behind an item in which part, from when to when. Posts hold duties, persons hold posts.
create table item_post (
  region_id text not null,
  item_id uuid not null,
  part text not null check (part in ('leaderInCharge', 'responsiblePerson', 'contact')),
  from_date date not null,
  post_id uuid not null,
  -- the first day on which it no longer holds; null = it holds
  to_date date,
  primary key (region_id, item_id, part, from_date),
  foreign key (region_id, item_id) references plan_item,
  foreign key (region_id, post_id) references post
);
create index item_post_by_post on item_post (region_id, post_id);

-- A role counts from from_on (null = at once) until the day before until_on (null = until it is revoked).
alter table account_role add column from_on date;
alter table account_role add column until_on date;
-- who held it before, oldest first: what they began, the holder goes on with
alter table account_role add column held_before jsonb not null default '[]';
-- the role of somebody else that is exercised for him; ends with it at the latest
alter table account_role add column stands_in_for uuid;
alter table account_role add foreign key (region_id, stands_in_for) references account_role;
grant update (until_on) on account_role to guatu_app;

create table handover (
  region_id text not null,
  handover_id uuid not null,
  from_account_id uuid not null,
  to_account_id uuid not null,
  on_date date not null,
  grant_ids jsonb not null,
  post_ids jsonb not null,
  -- what was open on the day it was drawn up: [{kind, title, unit, due}]
  in_hand jsonb not null,
  note text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  decided_at timestamptz,
  decided_by uuid,
  -- confirmed, refused or taken back; null = waits for the security officer
  outcome text check (outcome in ('confirmed', 'refused', 'withdrawn')),
  primary key (region_id, handover_id),
  foreign key (region_id, from_account_id) references account,
  foreign key (region_id, to_account_id) references account
);
create index handover_by_account on handover (region_id, from_account_id);
alter table handover enable row level security;
create policy of_region on handover to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert on handover to guatu_app;
grant update (decided_at, decided_by, outcome) on handover to guatu_app;

create table delegation (
  region_id text not null,
  delegation_id uuid not null,
  source_grant_id uuid not null,
  to_account_id uuid not null,
  from_on date not null,
  -- the last day of it
  last_on date not null,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  decided_at timestamptz,
  decided_by uuid,
  outcome text check (outcome in ('confirmed', 'refused', 'withdrawn')),
  -- the role that it became
  grant_id uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (region_id, delegation_id),
  foreign key (region_id, source_grant_id) references account_role,
  foreign key (region_id, to_account_id) references account
);
create index delegation_by_grant on delegation (region_id, source_grant_id);
alter table delegation enable row level security;
create policy of_region on delegation to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert on delegation to guatu_app;
grant update (decided_at, decided_by, outcome, grant_id, ended_at, ended_by) on delegation to guatu_app;

-- For whom a stand-in reported, signed or decided; null = for himself.
alter table report add column submitted_for uuid;
alter table report add column signed_for uuid;
alter table report add column decided_for uuid;

-- Proposed together with an account are roles of every kind, not those of a unit alone.
alter table proposed_grant alter column unit_id drop not null;
alter table proposed_grant add column plan_id uuid;
alter table proposed_grant add column task_force_no integer;

-- A spelling taken back is no record: the change of its unit keeps it.
grant delete on unit_alias to guatu_app;
