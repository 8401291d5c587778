-- Plans from elsewhere as parents of items, further lists that an item stands in, lists that an office makes for itself, and how often a
-- public page was opened.

-- A standing plan from elsewhere (十五五规划、省实施意见): named by title, number and body; items say which of them they carry out.
create table standing_plan (
  region_id text not null references region,
  standing_plan_id uuid not null,
  title text not null,
  doc_number text not null,
  body text not null,
  issued_on date,
  revision integer not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (region_id, standing_plan_id),
  unique (region_id, title, doc_number)
);

-- An item carries out a part of a standing plan; clause = the place in it, as printed.
create table standing_plan_item (
  region_id text not null,
  link_id uuid not null,
  standing_plan_id uuid not null,
  item_id uuid not null,
  clause text not null,
  linked_at timestamptz not null,
  linked_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (region_id, link_id),
  foreign key (region_id, standing_plan_id) references standing_plan,
  foreign key (region_id, item_id) references plan_item
);
create unique index standing_plan_item_once on standing_plan_item (region_id, item_id, standing_plan_id) where ended_at is null;

-- A further list in which an item stands beside that of its own kind: the record is one.
create table item_placement (
  region_id text not null,
  placement_id uuid not null,
  item_id uuid not null,
  kind text not null check (kind in ('task', 'project', 'policy')),
  reason text not null,
  placed_at timestamptz not null,
  placed_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (region_id, placement_id),
  foreign key (region_id, item_id) references plan_item
);
create unique index item_placement_once on item_placement (region_id, item_id, kind) where ended_at is null;

-- A kind of list that an office defines by its fields; family names the lists that belong together (三张清单).
create table domain_list (
  region_id text not null references region,
  list_id uuid not null,
  name text not null,
  family text not null,
  -- a task force's own list; null = the region's
  plan_id uuid,
  campaign_no integer,
  fields jsonb not null,
  revision integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  ended_at timestamptz,
  primary key (region_id, list_id),
  unique (region_id, name),
  foreign key (region_id, plan_id) references plan
);

create table domain_list_row (
  region_id text not null,
  row_id uuid not null,
  list_id uuid not null,
  row_no integer not null,
  unit_id uuid,
  item_id uuid,
  body jsonb not null,
  revision integer not null,
  changed_at timestamptz not null,
  -- removed is not deleted
  removed_at timestamptz,
  primary key (region_id, row_id),
  unique (region_id, list_id, row_no),
  foreign key (region_id, list_id) references domain_list,
  foreign key (region_id, unit_id) references unit,
  foreign key (region_id, item_id) references plan_item
);

-- Every change of a row, with its day and reason; body = the row as it was left.
create table domain_list_change (
  region_id text not null,
  row_id uuid not null,
  revision integer not null,
  deed text not null check (deed in ('add', 'change', 'remove', 'restore')),
  body jsonb not null,
  reason text not null,
  at timestamptz not null,
  by uuid not null,
  primary key (region_id, row_id, revision),
  foreign key (region_id, row_id) references domain_list_row
);

-- How often the public page of a plan was opened, by day; nobody who reads is noted.
create table publication_read (
  region_id text not null,
  plan_id uuid not null,
  read_on date not null,
  reads integer not null,
  primary key (region_id, plan_id, read_on),
  foreign key (region_id, plan_id) references plan
);

-- Written once, or ended once: fenced here, because the fence that follows every migration lets rows be changed.
alter table domain_list_change enable row level security;
create policy of_region on domain_list_change to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert on domain_list_change to guatu_app;

alter table standing_plan_item enable row level security;
create policy of_region on standing_plan_item to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert, update (ended_at, ended_by) on standing_plan_item to guatu_app;

alter table item_placement enable row level security;
create policy of_region on item_placement to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert, update (ended_at, ended_by) on item_placement to guatu_app;

alter table publication_read enable row level security;
create policy of_region on publication_read to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert, update (reads) on publication_read to guatu_app;
