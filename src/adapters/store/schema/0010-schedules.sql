-- How an item is to go, as people change it beside the plan: its trajectory, its time nodes, its figures per dekad or month. Asked for
-- by one person, decided by another; what was decided stays as its history.

create table schedule_change (
  region_id text not null,
  change_id uuid not null,
  item_id uuid not null,
  part text not null check (part in ('trajectory', 'nodes', 'periodTargets')),
  body jsonb not null,
  -- what the plan itself said of this part when the change was asked for: an amended plan that says something else comes after it
  planned jsonb not null,
  effective_from date not null,
  reason text not null,
  -- where last year's months are taken from
  source text,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  decided_at timestamptz,
  decided_by uuid,
  approved boolean,
  note text,
  primary key (region_id, change_id),
  foreign key (region_id, item_id) references plan_item,
  check (decided_by <> proposed_by),
  check ((decided_at is null) = (approved is null))
);
create index schedule_change_by_item on schedule_change (region_id, item_id);
create unique index schedule_change_open on schedule_change (region_id, item_id, part) where decided_at is null;

-- Written once but for its decision, and decided once.
alter table schedule_change enable row level security;
create policy of_region on schedule_change to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert, update (decided_at, decided_by, approved, note) on schedule_change to guatu_app;
create policy decided_once on schedule_change as restrictive for update to guatu_app
  using (decided_at is null) with check (decided_at is not null);
