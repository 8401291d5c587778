-- Tenant tables. region_id leads every primary key, unique constraint and foreign key (ready to distribute by region);
-- no triggers; row-level security is added for every table here by the migration that runs this file.

-- organisation ---------------------------------------------------------------------------------------------------

create table region (
  region_id text primary key check (region_id ~ '^[a-z][a-z0-9-]{0,62}$'),
  name text not null,
  kind text not null check (kind in ('province', 'city', 'county', 'township', 'zone')),
  parent_region_id text,
  time_zone text not null default 'Asia/Shanghai',
  -- A region with its own clock (the sample district): its present moment; null = the server's time.
  clock_at timestamptz,
  is_sample boolean not null default false,
  created_at timestamptz not null,
  settings jsonb not null default '{}'
);

create table unit (
  region_id text not null references region,
  unit_id uuid not null,
  name text not null,
  kind text not null check (kind in ('bureau','office','township','street','stationed','stateCompany','court','bank','group','other')),
  -- pinyin of the name, so that no server collation is needed
  sort_key text not null,
  -- initials of the pinyin, for search
  initials text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (region_id, unit_id),
  unique (region_id, name)
);

create table unit_alias (
  region_id text not null,
  alias text not null,
  unit_id uuid not null,
  primary key (region_id, alias),
  foreign key (region_id, unit_id) references unit
);

-- Members of a named group (各镇街) on a date: to_date null = still a member.
create table unit_group_member (
  region_id text not null,
  group_unit_id uuid not null,
  member_unit_id uuid not null,
  from_date date not null,
  to_date date,
  primary key (region_id, group_unit_id, member_unit_id, from_date),
  foreign key (region_id, group_unit_id) references unit,
  foreign key (region_id, member_unit_id) references unit
);

create table account (
  region_id text not null references region,
  account_id uuid not null,
  login text not null,
  display_name text not null,
  -- scrypt$N$r$p$salt$hash; null = signs in by link only
  password_hash text,
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (region_id, account_id),
  unique (region_id, login)
);

create table account_role (
  region_id text not null,
  grant_id uuid not null,
  account_id uuid not null,
  role text not null,
  unit_id uuid,
  plan_id uuid,
  task_force_no integer,
  granted_at timestamptz not null,
  granted_by uuid,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (region_id, grant_id),
  foreign key (region_id, account_id) references account,
  foreign key (region_id, unit_id) references unit
);
create index account_role_by_account on account_role (region_id, account_id) where revoked_at is null;

create table session (
  region_id text not null,
  -- SHA-256 of the token; the token itself is only in the cookie
  token_hash text not null,
  account_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  user_agent text not null default '',
  primary key (region_id, token_hash),
  foreign key (region_id, account_id) references account
);
create index session_by_account on session (region_id, account_id) where revoked_at is null;

create table sign_in_link (
  region_id text not null,
  token_hash text not null,
  account_id uuid not null,
  created_at timestamptz not null,
  created_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (region_id, token_hash),
  foreign key (region_id, account_id) references account
);

create table sign_in_failure (
  region_id text not null references region,
  login text not null,
  address text not null,
  failed_at timestamptz not null,
  failure_id uuid not null,
  primary key (region_id, failure_id)
);
create index sign_in_failure_recent on sign_in_failure (region_id, login, failed_at);
create index sign_in_failure_by_address on sign_in_failure (region_id, address, failed_at);

create table post (
  region_id text not null,
  post_id uuid not null,
  unit_id uuid not null,
  title text not null,
  primary key (region_id, post_id),
  unique (region_id, unit_id, title),
  foreign key (region_id, unit_id) references unit
);

create table post_holder (
  region_id text not null,
  post_id uuid not null,
  account_id uuid not null,
  from_date date not null,
  to_date date,
  primary key (region_id, post_id, account_id, from_date),
  foreign key (region_id, post_id) references post,
  foreign key (region_id, account_id) references account
);

-- plan -----------------------------------------------------------------------------------------------------------

create table issued_document (
  region_id text not null references region,
  document_id uuid not null,
  file_name text not null,
  file_sha256 text not null,
  file_size integer not null,
  -- the source document of core/reading: format, text, blocks, notes
  source jsonb not null,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (region_id, document_id)
);

create table draft (
  region_id text not null,
  draft_id uuid not null,
  document_id uuid not null,
  -- the plan that this draft amends; null = a new plan
  plan_id uuid,
  state text not null check (state in ('open', 'published', 'discarded')),
  -- what the reader found that is not edited entry by entry: headings, sentences, findings
  reading jsonb not null,
  -- grows with every write to the draft or its entries: pages ask for what came after the number they know
  revision integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (region_id, draft_id),
  foreign key (region_id, document_id) references issued_document
);

-- One row per editable thing of a draft, each with its own revision, so that two people do not lose each other's changes.
create table draft_entry (
  region_id text not null,
  draft_id uuid not null,
  entry_id text not null,
  kind text not null check (kind in ('meta', 'campaign', 'unit', 'taskForce', 'item', 'mute', 'thresholds')),
  body jsonb not null,
  revision integer not null,
  -- the revision of the draft that changed this entry last
  changed_in integer not null,
  -- why it no longer counts; null = it counts. Removed is not deleted.
  removed_as text check (removed_as in ('deleted', 'notATask', 'merged')),
  order_no integer not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (region_id, draft_id, entry_id),
  foreign key (region_id, draft_id) references draft
);

create table plan (
  region_id text not null references region,
  plan_id uuid not null,
  title text not null,
  framework text,
  year integer not null,
  current_version integer not null,
  primary key (region_id, plan_id)
);

create table plan_version (
  region_id text not null,
  plan_id uuid not null,
  version integer not null,
  document_id uuid not null,
  -- PlanContent of core/plan as canonical JSON, and its SHA-256
  content jsonb not null,
  content_hash text not null,
  published_at timestamptz not null,
  published_by uuid not null,
  reason text not null default '',
  primary key (region_id, plan_id, version),
  foreign key (region_id, plan_id) references plan,
  foreign key (region_id, document_id) references issued_document
);

-- The items in force, one row each, for lists, sheets and the wall. removed_in_version: removed is not deleted.
create table plan_item (
  region_id text not null,
  plan_id uuid not null,
  item_id uuid not null,
  kind text not null check (kind in ('indicator', 'task', 'project', 'policy')),
  campaign_no integer,
  title text not null,
  path text not null,
  search_text text not null,
  order_no integer not null,
  frequency text not null,
  -- own | official | statutory for indicators; own for the rest
  origin text not null,
  -- the unit that reports it; null until somebody is named
  reporting_unit_id uuid,
  body jsonb not null,
  added_in_version integer not null,
  removed_in_version integer,
  primary key (region_id, item_id),
  foreign key (region_id, plan_id) references plan,
  foreign key (region_id, reporting_unit_id) references unit
);
create index plan_item_by_plan on plan_item (region_id, plan_id, order_no);

create table plan_duty (
  region_id text not null,
  item_id uuid not null,
  unit_id uuid not null,
  role text not null check (role in ('lead', 'responsible', 'support', 'participate')),
  order_no integer not null,
  primary key (region_id, item_id, unit_id, role),
  foreign key (region_id, item_id) references plan_item,
  foreign key (region_id, unit_id) references unit
);
create index plan_duty_by_unit on plan_duty (region_id, unit_id);

create table task_force (
  region_id text not null,
  plan_id uuid not null,
  campaign_no integer not null,
  convener text,
  deputies jsonb not null default '[]',
  office_unit_id uuid,
  primary key (region_id, plan_id, campaign_no),
  foreign key (region_id, plan_id) references plan,
  foreign key (region_id, office_unit_id) references unit
);

create table task_force_member (
  region_id text not null,
  plan_id uuid not null,
  campaign_no integer not null,
  unit_id uuid not null,
  primary key (region_id, plan_id, campaign_no, unit_id),
  foreign key (region_id, plan_id, campaign_no) references task_force,
  foreign key (region_id, unit_id) references unit
);

-- reporting ------------------------------------------------------------------------------------------------------

-- Overrides of the work calendar that ships with the product: date -> 'work' | 'rest'.
create table calendar_override (
  region_id text not null references region,
  day date not null,
  kind text not null check (kind in ('work', 'rest')),
  name text not null default '',
  primary key (region_id, day)
);

create table cadence (
  region_id text not null,
  cadence_id uuid not null,
  plan_id uuid not null,
  name text not null,
  period_kind text not null,
  due_workdays integer not null,
  due_hour integer not null check (due_hour between 0 and 23),
  created_at timestamptz not null,
  created_by uuid not null,
  ended_at timestamptz,
  primary key (region_id, cadence_id),
  foreign key (region_id, plan_id) references plan
);

create table period (
  region_id text not null,
  cadence_id uuid not null,
  period_id text not null,
  state text not null check (state in ('open', 'closed', 'sealed')),
  opened_at timestamptz not null,
  opened_by uuid not null,
  due_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  primary key (region_id, cadence_id, period_id),
  foreign key (region_id, cadence_id) references cadence
);

-- One line of a unit's sheet: this item has a figure due from this unit in this period.
create table sheet_line (
  region_id text not null,
  cadence_id uuid not null,
  period_id text not null,
  item_id uuid not null,
  unit_id uuid not null,
  -- the item's own period that the figure speaks of: a monthly item in the last dekad of March answers for 2025-M03
  figure_period_id text not null,
  primary key (region_id, cadence_id, period_id, item_id),
  foreign key (region_id, cadence_id, period_id) references period,
  foreign key (region_id, item_id) references plan_item,
  foreign key (region_id, unit_id) references unit
);
create index sheet_line_by_unit on sheet_line (region_id, unit_id, cadence_id, period_id);

create table report (
  region_id text not null,
  cadence_id uuid not null,
  period_id text not null,
  item_id uuid not null,
  report_id uuid not null,
  unit_id uuid not null,
  -- copied from its sheet line
  figure_period_id text not null,
  state text not null check (state in ('draft', 'submitted', 'signed', 'accepted', 'returned', 'withdrawn')),
  revision integer not null,
  -- the figure as reported, in the target's unit; null for items without a figure
  figure numeric,
  no_change boolean not null default false,
  claim text check (claim in ('onPace', 'behind', 'done', 'blocked')),
  paragraph text not null default '',
  -- {what, needs, by} or null
  blockage jsonb,
  node_labels_done jsonb not null default '[]',
  -- null = by the reporter in the system; else the channel (link, sheet)
  channel text,
  late boolean not null default false,
  -- the key of the last submit request: a retry with the same key changes nothing
  request_key text,
  submitted_at timestamptz,
  submitted_by uuid,
  signed_at timestamptz,
  signed_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  return_reason text,
  return_due_at timestamptz,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (region_id, cadence_id, period_id, item_id),
  unique (region_id, report_id),
  foreign key (region_id, cadence_id, period_id) references period,
  foreign key (region_id, item_id) references plan_item,
  foreign key (region_id, unit_id) references unit
);
create index report_by_item on report (region_id, item_id, period_id desc);
create index report_by_unit on report (region_id, unit_id, period_id desc);

-- Content of a file stands once, in the blob folder, under its SHA-256.
create table attachment (
  region_id text not null,
  attachment_id uuid not null,
  -- report | problem | order | release | verification
  owner_kind text not null,
  owner_id uuid not null,
  sha256 text not null,
  file_name text not null,
  media_type text not null,
  size_bytes bigint not null,
  added_at timestamptz not null,
  added_by uuid not null,
  removed_at timestamptz,
  primary key (region_id, attachment_id)
);
create index attachment_by_owner on attachment (region_id, owner_kind, owner_id);

create table release_figure (
  region_id text not null,
  item_id uuid not null,
  period_id text not null,
  value numeric not null,
  estimate boolean not null default false,
  body text not null,
  document text not null,
  released_on date not null,
  imported_at timestamptz not null,
  imported_by uuid not null,
  primary key (region_id, item_id, period_id),
  foreign key (region_id, item_id) references plan_item
);

-- A figure or completion that somebody other than the reporter has checked.
create table verification (
  region_id text not null,
  verification_id uuid not null,
  item_id uuid not null,
  period_id text,
  basis text not null check (basis in ('document', 'inspector', 'coordinator')),
  note text not null,
  verified_at timestamptz not null,
  verified_by uuid not null,
  revoked_at timestamptz,
  primary key (region_id, verification_id),
  foreign key (region_id, item_id) references plan_item
);
create index verification_by_item on verification (region_id, item_id);

-- One event flips a red line.
create table red_line_event (
  region_id text not null,
  event_id uuid not null,
  item_id uuid not null,
  happened_on date not null,
  note text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (region_id, event_id),
  foreign key (region_id, item_id) references plan_item
);

create table seal (
  region_id text not null,
  seq integer not null,
  cadence_id uuid not null,
  period_id text not null,
  -- canonical JSON (RFC 8785), exactly the bytes that were hashed
  payload text not null,
  previous_hash text not null,
  hash text not null,
  sealed_at timestamptz not null,
  sealed_by uuid not null,
  primary key (region_id, seq),
  unique (region_id, cadence_id, period_id),
  foreign key (region_id, cadence_id, period_id) references period
);

create table correction (
  region_id text not null,
  correction_id uuid not null,
  seal_seq integer not null,
  item_id uuid not null,
  old_figure numeric,
  new_figure numeric,
  old_claim text,
  new_claim text,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  refused_at timestamptz,
  primary key (region_id, correction_id),
  foreign key (region_id, seal_seq) references seal,
  foreign key (region_id, item_id) references plan_item
);
create index correction_by_item on correction (region_id, item_id);

-- supervision ----------------------------------------------------------------------------------------------------

create table problem (
  region_id text not null references region,
  problem_id uuid not null,
  number integer not null,
  kind text not null check (kind in ('problem', 'hazard', 'request', 'inspection')),
  title text not null,
  detail text not null default '',
  plan_id uuid,
  item_id uuid,
  -- the unit that has to put it right; null until assigned
  unit_id uuid,
  state text not null check (state in ('found','assigned','rectifying','claimed','verified','closed')),
  revision integer not null,
  found_at timestamptz not null,
  found_by uuid not null,
  due_on date,
  refused_claims integer not null default 0,
  reopened integer not null default 0,
  -- granted so far; the one that is asked for stands in extension_until and extension_reason until it is decided
  extensions integer not null default 0,
  extension_until date,
  extension_reason text,
  claimed_by uuid,
  verified_by uuid,
  closed_at timestamptz,
  primary key (region_id, problem_id),
  unique (region_id, number),
  foreign key (region_id, item_id) references plan_item,
  foreign key (region_id, unit_id) references unit
);
create index problem_by_state on problem (region_id, state);

create table problem_event (
  region_id text not null,
  problem_id uuid not null,
  event_no integer not null,
  action text not null,
  from_state text,
  to_state text not null,
  note text not null default '',
  at timestamptz not null,
  by uuid not null,
  primary key (region_id, problem_id, event_no),
  foreign key (region_id, problem_id) references problem
);

create table supervision_order (
  region_id text not null references region,
  order_id uuid not null,
  number integer not null,
  -- instruction = a leader's remark; reminder | urging | warning = automatic levels
  level text not null check (level in ('instruction','reminder','urging','warning')),
  title text not null,
  body text not null,
  plan_id uuid,
  item_id uuid,
  problem_id uuid,
  unit_id uuid not null,
  state text not null check (state in ('issued','acknowledged','replied','closed','withdrawn')),
  revision integer not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  acknowledge_due_at timestamptz not null,
  reply_due_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  reply text,
  replied_at timestamptz,
  replied_by uuid,
  returned_replies integer not null default 0,
  closed_at timestamptz,
  closed_by uuid,
  primary key (region_id, order_id),
  unique (region_id, number),
  foreign key (region_id, item_id) references plan_item,
  foreign key (region_id, problem_id) references problem,
  foreign key (region_id, unit_id) references unit
);
create index supervision_order_by_unit on supervision_order (region_id, unit_id, state);

create table order_event (
  region_id text not null,
  order_id uuid not null,
  event_no integer not null,
  action text not null,
  to_state text not null,
  note text not null default '',
  at timestamptz not null,
  by uuid not null,
  primary key (region_id, order_id, event_no),
  foreign key (region_id, order_id) references supervision_order
);

-- scoring --------------------------------------------------------------------------------------------------------

create table scheme (
  region_id text not null references region,
  scheme_id uuid not null,
  version integer not null,
  plan_id uuid not null,
  body jsonb not null,
  hash text not null,
  -- first quarter that it judges: a scheme is published before its period
  effective_from text not null,
  published_at timestamptz not null,
  published_by uuid not null,
  primary key (region_id, scheme_id, version),
  foreign key (region_id, plan_id) references plan
);

create table panel_score (
  region_id text not null references region,
  plan_id uuid not null,
  evaluation_period text not null,
  metric_id text not null,
  object_id text not null,
  member_id uuid not null,
  score numeric,
  abstained boolean not null default false,
  note text not null default '',
  given_at timestamptz not null,
  primary key (region_id, plan_id, evaluation_period, metric_id, object_id, member_id)
);

create table score_run (
  region_id text not null references region,
  run_id uuid not null,
  plan_id uuid not null,
  scheme_id uuid not null,
  scheme_version integer not null,
  evaluation_period text not null,
  -- canonical JSON of inputs and of results with their trails
  inputs jsonb not null,
  result jsonb not null,
  result_hash text not null,
  seal_head text not null,
  run_at timestamptz not null,
  run_by uuid not null,
  primary key (region_id, run_id)
);

-- publishing -----------------------------------------------------------------------------------------------------

create table official_document (
  region_id text not null references region,
  document_id uuid not null,
  kind text not null check (kind in ('briefing')),
  number integer,
  title text not null,
  plan_id uuid not null,
  seal_seq integer not null,
  state text not null check (state in ('draft', 'checked', 'issued')),
  revision integer not null,
  -- sections of text written by people, and the figures bound to the seal
  body jsonb not null,
  file_sha256 text,
  created_at timestamptz not null,
  created_by uuid not null,
  checked_at timestamptz,
  checked_by uuid,
  issued_at timestamptz,
  issued_by uuid,
  primary key (region_id, document_id),
  unique (region_id, kind, number),
  unique (region_id, kind, plan_id, seal_seq),
  foreign key (region_id, seal_seq) references seal
);

create table publication (
  region_id text not null references region,
  publication_id uuid not null,
  plan_id uuid not null,
  seal_seq integer not null,
  state text not null check (state in ('review', 'published', 'withdrawn')),
  revision integer not null,
  -- field class decisions, one per item and field, and the pack made from the seal
  decisions jsonb not null default '{}',
  pack jsonb not null,
  -- the copy that the public reads: only what was released; null before publishing and after withdrawal
  released jsonb,
  -- order of publishing in the region: the last one of a plan is what the public reads
  published_no integer,
  created_at timestamptz not null,
  created_by uuid not null,
  published_at timestamptz,
  published_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawal_reason text,
  primary key (region_id, publication_id),
  unique (region_id, published_no),
  foreign key (region_id, seal_seq) references seal
);

-- audit ----------------------------------------------------------------------------------------------------------

-- Each write puts its row here in its own transaction, unchained; one chainer per region links committed rows.
create table audit (
  region_id text not null,
  audit_id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  action text not null,
  object_kind text not null,
  object_id text not null,
  -- canonical JSON
  body text not null,
  -- set by the chainer when the row has its place in the chain; not part of what is hashed
  linked boolean not null default false,
  primary key (region_id, audit_id)
);
create index audit_unlinked on audit (region_id, at) where not linked;
create index audit_by_object on audit (region_id, object_kind, object_id);

create table audit_link (
  region_id text not null,
  seq bigint not null,
  audit_id uuid not null,
  previous_hash text not null,
  hash text not null,
  primary key (region_id, seq),
  unique (region_id, audit_id)
);
