-- Meetings with what they decided, two sides' figures held against each other, and a plan's way from one year to the next.

-- meetings -------------------------------------------------------------------------------------------------------

create table meeting (
  region_id text not null references region,
  meeting_id uuid not null,
  plan_id uuid not null,
  -- 0 = the whole plan; else the campaign whose task force meets
  campaign_no integer not null,
  -- within plan and campaign, from 1
  number integer not null,
  held_on date not null,
  place text not null,
  chair text not null,
  state text not null check (state in ('planned', 'held', 'issued')),
  revision integer not null,
  -- what lay on the table, as the moment of taking it gave it: exceptions by weight, claims that do not fit, projected misses
  agenda jsonb not null,
  created_at timestamptz not null,
  created_by uuid not null,
  held_at timestamptz,
  held_by uuid,
  issued_at timestamptz,
  issued_by uuid,
  -- facts of the minutes as issued, and their Word file
  minutes jsonb,
  file_sha256 text,
  primary key (region_id, meeting_id),
  unique (region_id, plan_id, campaign_no, number),
  foreign key (region_id, plan_id) references plan
);

-- A line that somebody put on the agenda beside the exceptions.
create table meeting_line (
  region_id text not null,
  meeting_id uuid not null,
  line_id uuid not null,
  title text not null,
  added_at timestamptz not null,
  added_by uuid not null,
  primary key (region_id, meeting_id, line_id),
  foreign key (region_id, meeting_id) references meeting
);

-- What was said on a line; line_id is an item of the agenda or a line of meeting_line.
create table meeting_note (
  region_id text not null,
  meeting_id uuid not null,
  line_id uuid not null,
  words text not null,
  revision integer not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (region_id, meeting_id, line_id),
  foreign key (region_id, meeting_id) references meeting
);

create table meeting_attendee (
  region_id text not null,
  meeting_id uuid not null,
  attendee_no integer not null,
  post text not null,
  presence text not null check (presence in ('expected', 'present', 'substitute', 'absent')),
  -- who came instead, or why nobody did
  reason text not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (region_id, meeting_id, attendee_no),
  foreign key (region_id, meeting_id) references meeting
);

create table meeting_decision (
  region_id text not null,
  meeting_id uuid not null,
  decision_no integer not null,
  line_id uuid not null,
  -- order = became an order; blockage = answers a blockage; noted = settled on the spot
  kind text not null check (kind in ('order', 'blockage', 'noted')),
  words text not null,
  unit_id uuid,
  order_id uuid,
  blockage_id uuid,
  decided_at timestamptz not null,
  decided_by uuid not null,
  primary key (region_id, meeting_id, decision_no),
  foreign key (region_id, meeting_id) references meeting,
  foreign key (region_id, unit_id) references unit,
  foreign key (region_id, order_id) references supervision_order
);
create index meeting_decision_by_order on meeting_decision (region_id, order_id);

-- What was put right after the minutes were issued; they themselves stay as they are.
create table meeting_correction (
  region_id text not null,
  meeting_id uuid not null,
  correction_no integer not null,
  old_words text not null,
  new_words text not null,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (region_id, meeting_id, correction_no),
  foreign key (region_id, meeting_id) references meeting
);

-- reconciliation -------------------------------------------------------------------------------------------------

-- One round: two units hold their figures of one period against each other.
create table reconciliation (
  region_id text not null,
  reconciliation_id uuid not null,
  plan_id uuid not null,
  -- the cadence that asks for it; null = opened by hand
  cadence_id uuid,
  name text not null,
  period_id text not null,
  first_unit_id uuid not null,
  second_unit_id uuid not null,
  figure_unit text not null,
  due_on date not null,
  state text not null check (state in ('open', 'closed')),
  opened_at timestamptz not null,
  opened_by uuid not null,
  closed_at timestamptz,
  closed_by uuid,
  primary key (region_id, reconciliation_id),
  unique (region_id, plan_id, name, period_id),
  foreign key (region_id, plan_id) references plan,
  foreign key (region_id, cadence_id) references cadence,
  foreign key (region_id, first_unit_id) references unit,
  foreign key (region_id, second_unit_id) references unit
);

-- A figure of one side, written once: the latest of a key counts, a null takes it back.
create table reconciliation_figure (
  region_id text not null,
  reconciliation_id uuid not null,
  entry_no integer not null,
  side text not null check (side in ('first', 'second')),
  key text not null,
  label text not null,
  value numeric,
  -- the round from which an unsettled difference came over
  carried_from text,
  at timestamptz not null,
  by uuid not null,
  primary key (region_id, reconciliation_id, entry_no),
  foreign key (region_id, reconciliation_id) references reconciliation
);

-- A step towards settling a difference: propose whose figure holds and why, or sign the last proposal for a side.
create table reconciliation_act (
  region_id text not null,
  reconciliation_id uuid not null,
  act_no integer not null,
  key text not null,
  act text not null check (act in ('propose', 'sign')),
  side text check (side in ('first', 'second')),
  holds text check (holds in ('first', 'second', 'neither')),
  value numeric,
  reason text not null,
  at timestamptz not null,
  by uuid not null,
  primary key (region_id, reconciliation_id, act_no),
  foreign key (region_id, reconciliation_id) references reconciliation
);

-- from year to year ----------------------------------------------------------------------------------------------

-- The same indicator or task in plans of two years. later_item_id may stand in a draft that is not published yet.
create table item_link (
  region_id text not null references region,
  earlier_item_id uuid not null,
  later_item_id uuid not null,
  -- confirmed = the same matter; refused = alike, but not the same
  state text not null check (state in ('confirmed', 'refused')),
  decided_at timestamptz not null,
  decided_by uuid not null,
  primary key (region_id, earlier_item_id, later_item_id),
  foreign key (region_id, earlier_item_id) references plan_item
);
create index item_link_by_later on item_link (region_id, later_item_id);

-- The final account of one campaign of a plan; 0 = what stands outside all campaigns.
create table final_account (
  region_id text not null,
  plan_id uuid not null,
  campaign_no integer not null,
  state text not null check (state in ('open', 'closed')),
  -- lines as closed: promised, adjusted, achieved, with the seal that they stand on
  body jsonb,
  seal_seq integer,
  opened_at timestamptz not null,
  opened_by uuid not null,
  closed_at timestamptz,
  closed_by uuid,
  primary key (region_id, plan_id, campaign_no),
  foreign key (region_id, plan_id) references plan
);

-- Why a line of a final account ended as it did.
create table final_account_reason (
  region_id text not null,
  plan_id uuid not null,
  item_id uuid not null,
  reason text not null,
  revision integer not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (region_id, plan_id, item_id),
  foreign key (region_id, item_id) references plan_item
);

-- A visible change of a closed account; it counts once another person has approved it.
create table final_account_correction (
  region_id text not null,
  correction_id uuid not null,
  plan_id uuid not null,
  item_id uuid not null,
  old_value numeric,
  new_value numeric not null,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  refused_at timestamptz,
  primary key (region_id, correction_id),
  foreign key (region_id, item_id) references plan_item
);

-- Written once: fenced here, because the fence that follows every migration lets rows be changed.
alter table meeting_line enable row level security;
create policy of_region on meeting_line to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
alter table meeting_decision enable row level security;
create policy of_region on meeting_decision to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
alter table meeting_correction enable row level security;
create policy of_region on meeting_correction to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
alter table reconciliation_figure enable row level security;
create policy of_region on reconciliation_figure to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
alter table reconciliation_act enable row level security;
create policy of_region on reconciliation_act to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert on meeting_line, meeting_decision, meeting_correction, reconciliation_figure, reconciliation_act
  to guatu_app;

-- A correction of an account is decided once.
alter table final_account_correction enable row level security;
create policy of_region on final_account_correction to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert, update (approved_at, approved_by, refused_at) on final_account_correction to guatu_app;
create policy decided_once on final_account_correction as restrictive for update to guatu_app
  using (approved_at is null and refused_at is null)
  with check (approved_at is not null or refused_at is not null);
