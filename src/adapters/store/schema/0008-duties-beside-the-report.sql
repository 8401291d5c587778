-- Duties beside the report: who reports where several lead, who countersigns, confirms or objects, who says that a thing is not his;
-- blockages that live on; answers of outside bodies; receipts of plans, and the units' own measures below a task.

-- Who reports an item, changed while the plan's text stays as it is. instead_of is the unit that the text names: where a later
-- version names another, the text decides again.
create table duty_change (
  region_id text not null,
  change_id uuid not null,
  item_id uuid not null,
  kind text not null check (kind in ('choice', 'arbitration')),
  instead_of uuid,
  from_unit_id uuid,
  to_unit_id uuid not null,
  reason text not null,
  from_date date not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (region_id, change_id),
  foreign key (region_id, item_id) references plan_item,
  foreign key (region_id, to_unit_id) references unit
);
create index duty_change_by_item on duty_change (region_id, item_id);

-- 不属本单位: an answer with a reason; the task-force office decides until office_due_at, after that the coordinator.
create table duty_dispute (
  region_id text not null,
  dispute_id uuid not null,
  item_id uuid not null,
  unit_id uuid not null,
  -- who it thinks should do it; null = it names nobody
  proposed_unit_id uuid,
  reason text not null,
  state text not null check (state in ('open', 'kept', 'assigned', 'withdrawn')),
  revision integer not null,
  made_at timestamptz not null,
  made_by uuid not null,
  office_due_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  decision_reason text,
  to_unit_id uuid,
  -- kept: until when the unit reports after all
  report_due_at timestamptz,
  primary key (region_id, dispute_id),
  foreign key (region_id, item_id) references plan_item,
  foreign key (region_id, unit_id) references unit,
  foreign key (region_id, proposed_unit_id) references unit,
  foreign key (region_id, to_unit_id) references unit
);
create unique index duty_dispute_open on duty_dispute (region_id, item_id, unit_id) where state = 'open';
create index duty_dispute_by_item on duty_dispute (region_id, item_id, unit_id);

-- What other units with a duty say of a signed report; the last word of a unit counts.
create table report_voice (
  region_id text not null,
  voice_id uuid not null,
  report_id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('countersign', 'support')),
  answer text not null check (answer in ('agrees', 'objects')),
  note text not null default '',
  given_at timestamptz not null,
  given_by uuid not null,
  primary key (region_id, voice_id),
  foreign key (region_id, report_id) references report (region_id, report_id),
  foreign key (region_id, unit_id) references unit
);
create index report_voice_by_report on report_voice (region_id, report_id);

-- What holds an item up, from the moment that it was said until its outcome is recorded.
create table blockage (
  region_id text not null,
  blockage_id uuid not null,
  item_id uuid not null,
  unit_id uuid not null,
  -- the report that brought it; null = raised on the item's page
  report_id uuid,
  what text not null,
  -- whose help is needed, as written, and the unit that is meant
  needs text not null,
  needs_unit_id uuid,
  by_date date,
  state text not null check (state in ('open', 'answered', 'resolved', 'withdrawn')),
  -- 0 the unit that is needed, 1 task-force office, 2 coordinator, 3 leader
  level integer not null check (level between 0 and 3),
  level_due_at timestamptz not null,
  revision integer not null,
  raised_at timestamptz not null,
  raised_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  outcome text,
  primary key (region_id, blockage_id),
  foreign key (region_id, item_id) references plan_item,
  foreign key (region_id, unit_id) references unit,
  foreign key (region_id, needs_unit_id) references unit
);
create unique index blockage_open on blockage (region_id, item_id, unit_id) where closed_at is null;
create index blockage_by_item on blockage (region_id, item_id);

create table blockage_event (
  region_id text not null,
  blockage_id uuid not null,
  event_no integer not null,
  action text not null,
  level integer not null,
  note text not null default '',
  at timestamptz not null,
  by uuid,
  primary key (region_id, blockage_id, event_no),
  foreign key (region_id, blockage_id) references blockage
);

-- An outside body without an account answers one period by a link, or by a filled sheet that somebody uploads for it.
create table respondent_link (
  region_id text not null,
  link_id uuid not null,
  -- SHA-256 of the token; the token itself is only in the link
  token_hash text not null,
  cadence_id uuid not null,
  period_id text not null,
  unit_id uuid not null,
  -- by post: 区税务局办公室联络员
  respondent text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (region_id, link_id),
  unique (region_id, token_hash),
  foreign key (region_id, cadence_id, period_id) references period,
  foreign key (region_id, unit_id) references unit
);
create index respondent_link_by_period on respondent_link (region_id, cadence_id, period_id);

-- who answered for an outside body, by post; null = the unit's own reporter
alter table report add column respondent text;
-- an answer by link is nobody's account
alter table report alter column changed_by drop not null;

-- 签收: a unit has signed for this version of a plan.
create table plan_receipt (
  region_id text not null,
  plan_id uuid not null,
  version integer not null,
  unit_id uuid not null,
  signed_at timestamptz not null,
  signed_by uuid not null,
  primary key (region_id, plan_id, version, unit_id),
  foreign key (region_id, plan_id, version) references plan_version,
  foreign key (region_id, unit_id) references unit
);

-- A unit's own step below an item: the item's text is the plan's, the measure is the unit's.
create table measure (
  region_id text not null,
  measure_id uuid not null,
  item_id uuid not null,
  unit_id uuid not null,
  title text not null,
  -- by post
  responsible text not null default '',
  due_on date not null,
  done_on date,
  revision integer not null,
  added_at timestamptz not null,
  added_by uuid not null,
  removed_at timestamptz,
  removed_by uuid,
  primary key (region_id, measure_id),
  foreign key (region_id, item_id) references plan_item,
  foreign key (region_id, unit_id) references unit
);
create index measure_by_item on measure (region_id, item_id);
create index measure_by_unit on measure (region_id, unit_id);

-- Where an arbitration gives an item to another unit, lines that are still to be answered go with it.
grant update (unit_id) on sheet_line to guatu_app;

-- Records: fenced here, because what fences tables after this file would let them be rewritten.
do $$
declare name text;
begin
  foreach name in array array['duty_change', 'report_voice', 'blockage_event', 'plan_receipt', 'respondent_link'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy of_region on %I to guatu_app using (region_id = guatu_region()) with check (region_id = guatu_region())', name);
    execute format('grant select, insert on %I to guatu_app', name);
  end loop;
end $$;
grant update (opened_at, revoked_at, revoked_by) on respondent_link to guatu_app;
