-- What comes on to a list between two versions of a plan, or leaves it: asked for by one person, decided by another. A row of a list
-- that an office has defined, or an item in a further one of the three lists.

create table admission (
  region_id text not null,
  admission_id uuid not null,
  deed text not null check (deed in ('add', 'remove', 'restore')),
  -- of a row: its list; the row itself, or what a new one is to hold
  list_id uuid,
  row_id uuid,
  body jsonb,
  -- of an item: the further list
  item_id uuid,
  kind text check (kind in ('task', 'project', 'policy')),
  reason text not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  decided_at timestamptz,
  decided_by uuid,
  approved boolean,
  note text,
  primary key (region_id, admission_id),
  foreign key (region_id, list_id) references domain_list,
  foreign key (region_id, row_id) references domain_list_row,
  foreign key (region_id, item_id) references plan_item,
  check ((list_id is null) = (item_id is not null) and (item_id is null) = (kind is null)),
  check (list_id is null or (deed = 'add') = (body is not null) and (deed = 'add') = (row_id is null)),
  check (decided_by <> asked_by),
  check ((decided_at is null) = (approved is null) and (decided_at is null) = (decided_by is null))
);
create index admission_by_list on admission (region_id, list_id) where list_id is not null;
create index admission_by_item on admission (region_id, item_id) where item_id is not null;
create unique index admission_of_row_open on admission (region_id, row_id) where decided_at is null and row_id is not null;
create unique index admission_of_item_open on admission (region_id, item_id, kind) where decided_at is null and item_id is not null;

-- Who approved that a row came in, left or came back; null = nobody was asked (a change of its words, or before there were approvals).
alter table domain_list_change add column approved_by uuid;

-- Written once but for its decision, and decided once.
alter table admission enable row level security;
create policy of_region on admission to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert, update (decided_at, decided_by, approved, note) on admission to guatu_app;
create policy decided_once on admission as restrictive for update to guatu_app
  using (decided_at is null) with check (decided_at is not null);
