-- What targets need beside the plan's text: recognised units of count, parts of rates, baselines and other stated facts, red lines
-- taken back, releases with scores and ranks, own estimates, figures to compare with, and the list of official series.

-- One thing that another body decides on: filed, admitted, recognised.
create table recognition (
  region_id text not null,
  row_id uuid not null,
  item_id uuid not null,
  unit_id uuid not null,
  name text not null,
  -- who may read the name
  disclosure text not null check (disclosure in ('public', 'internal', 'restricted')),
  body text not null,
  document text not null default '',
  filed_on date not null,
  admitted_on date,
  recognised_on date,
  looked_at timestamptz,
  looked_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawal_reason text,
  revision integer not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (region_id, row_id),
  foreign key (region_id, item_id) references plan_item,
  foreign key (region_id, unit_id) references unit
);
create index recognition_by_item on recognition (region_id, item_id);

-- {numerator, denominator, keptBy, asOf, document, uncovered} of a rate; null for all other figures
alter table report add column parts jsonb;

-- What a person states about a target beside the plan's text; it counts from another person's approval on.
create table target_fact (
  region_id text not null,
  fact_id uuid not null,
  item_id uuid not null,
  kind text not null check (kind in ('baseline', 'counterpart', 'milestone', 'longTerm')),
  body jsonb not null,
  document text not null,
  stated_at timestamptz not null,
  stated_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  refused_at timestamptz,
  primary key (region_id, fact_id),
  foreign key (region_id, item_id) references plan_item
);
create index target_fact_by_item on target_fact (region_id, item_id);

-- An event of a red line that turned out not to be one: asked for by one person, decided by another.
create table red_line_revocation (
  region_id text not null,
  revocation_id uuid not null,
  event_id uuid not null,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  refused_at timestamptz,
  primary key (region_id, revocation_id),
  foreign key (region_id, event_id) references red_line_event
);
create index red_line_revocation_by_event on red_line_revocation (region_id, event_id);

-- An outside measurement's score and place beside its figure.
alter table release_figure add column score numeric;
alter table release_figure add column rank integer;
alter table release_figure add column rank_of integer;

-- What the unit itself expects before the release; it never counts.
create table own_estimate (
  region_id text not null,
  estimate_id uuid not null,
  item_id uuid not null,
  period_id text not null,
  value numeric not null,
  basis text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (region_id, estimate_id),
  foreign key (region_id, item_id) references plan_item
);
create index own_estimate_by_item on own_estimate (region_id, item_id);

-- Figures of others with which relative targets are compared: the city's average, the country's growth.
create table comparison_series (
  region_id text not null references region,
  series_id uuid not null,
  name text not null,
  unit text not null,
  body text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (region_id, series_id),
  unique (region_id, name)
);

-- Each import is kept: the latest of a period counts.
create table comparison_figure (
  region_id text not null,
  figure_id uuid not null,
  series_id uuid not null,
  period_id text not null,
  value numeric not null,
  document text not null,
  released_on date not null,
  imported_at timestamptz not null,
  imported_by uuid not null,
  primary key (region_id, figure_id),
  foreign key (region_id, series_id) references comparison_series
);
create index comparison_figure_by_series on comparison_figure (region_id, series_id);

-- The region's own entries in the list of official series; an entry of the product's list with the same name gives way.
create table official_series (
  region_id text not null references region,
  name text not null,
  -- {names, except, origin, frequency, monthsAfter, day, januaryWithFebruary}; null = struck from the list
  body jsonb,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (region_id, name)
);

-- Records that stand: fenced here by hand, because the common fence would let them be rewritten.
alter table target_fact enable row level security;
create policy of_region on target_fact to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert, update (approved_at, approved_by, refused_at) on target_fact to guatu_app;

alter table red_line_revocation enable row level security;
create policy of_region on red_line_revocation to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert, update (approved_at, approved_by, refused_at) on red_line_revocation to guatu_app;

alter table own_estimate enable row level security;
create policy of_region on own_estimate to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert on own_estimate to guatu_app;

alter table comparison_figure enable row level security;
create policy of_region on comparison_figure to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert on comparison_figure to guatu_app;
