-- Messages that are written by themselves, the channels by which they leave, and the burden account.

-- When the levels come. Each version stands; a matter follows the one that was in force when it was given.
create table escalation_rule (
  region_id text not null references region,
  version integer not null,
  body jsonb not null,
  published_at timestamptz not null,
  published_by uuid not null,
  primary key (region_id, version)
);

-- One message per person and chosen moment; `matters` says matter by matter which level it has reached and why.
create table notice (
  region_id text not null references region,
  notice_id uuid not null,
  account_id uuid not null,
  moment timestamptz not null,
  level text not null check (level in ('reminder', 'urging', 'warning')),
  matters jsonb not null,
  written_at timestamptz not null,
  read_at timestamptz,
  primary key (region_id, notice_id),
  unique (region_id, account_id, moment),
  foreign key (region_id, account_id) references account
);
create index notice_by_account on notice (region_id, account_id, moment desc);

-- A level of a matter reaches a person, or a channel, once.
create table notice_reached (
  region_id text not null references region,
  recipient_id uuid not null,
  matter_key text not null,
  level text not null,
  reached_at timestamptz not null,
  primary key (region_id, matter_key, recipient_id, level)
);

create table notice_channel (
  region_id text not null references region,
  channel_id uuid not null,
  kind text not null check (kind in ('mail', 'webhook', 'dingtalk', 'feishu', 'wecom')),
  name text not null,
  -- what may be shown of the address: host and port
  shown text not null,
  -- address, keys and passwords, encrypted with the key of the installation; never sent to a page
  sealed text not null,
  -- addresses inside the office are reached only where the administrator says so
  allow_private boolean not null default false,
  -- the mildest level that goes out here
  from_level text not null check (from_level in ('reminder', 'urging', 'warning')),
  added_at timestamptz not null,
  added_by uuid not null,
  ended_at timestamptz,
  primary key (region_id, channel_id)
);

-- What has to leave by a channel. Whoever sends holds a lease on the row; its id goes along, so that a receiver knows a repetition.
create table notice_delivery (
  region_id text not null,
  delivery_id uuid not null,
  channel_id uuid not null,
  -- mail address of a person; empty = the channel's own group
  recipient text not null,
  moment timestamptz not null,
  content jsonb not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  lease_by text,
  lease_until timestamptz,
  trouble_code text,
  trouble_detail jsonb,
  sent_at timestamptz,
  primary key (region_id, delivery_id),
  unique (region_id, channel_id, recipient, moment),
  foreign key (region_id, channel_id) references notice_channel
);
create index notice_delivery_waiting on notice_delivery (region_id, next_at) where state = 'waiting';

-- Where and at which hours a person wants to hear; no row = in the app, at the region's hours.
create table notice_preference (
  region_id text not null,
  account_id uuid not null,
  mail_address text,
  hours jsonb,
  changed_at timestamptz not null,
  primary key (region_id, account_id),
  foreign key (region_id, account_id) references account
);

-- Who does a recurring piece of work for a region now; by the server's clock.
create table task_lease (
  region_id text not null references region,
  task text not null,
  holder text not null,
  held_until timestamptz not null,
  primary key (region_id, task)
);

-- How long a form took, as a histogram over all who filled it in: `seconds` is the upper end of a class. Nothing in it is a person's.
create table form_time (
  region_id text not null,
  cadence_id uuid not null,
  form text not null check (form in ('indicator', 'task', 'project', 'policy')),
  seconds integer not null,
  answers integer not null,
  primary key (region_id, cadence_id, form, seconds),
  foreign key (region_id, cadence_id) references cadence
);

-- An ask that overlaps another one, and the reason why it is made all the same.
create table twin_ask (
  region_id text not null,
  twin_id uuid not null,
  -- the cadence that asks, the item that it asks for, and the one that is asked already; the same item where two cadences ask for it
  cadence_id uuid not null,
  item_id uuid not null,
  other_item_id uuid not null,
  reason text not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  primary key (region_id, twin_id),
  foreign key (region_id, cadence_id) references cadence,
  foreign key (region_id, item_id) references plan_item,
  foreign key (region_id, other_item_id) references plan_item
);
create index twin_ask_by_cadence on twin_ask (region_id, cadence_id);

-- Fenced here, because the fence that follows every migration lets rows be changed. Written once:
alter table escalation_rule enable row level security;
create policy of_region on escalation_rule to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
alter table notice_reached enable row level security;
create policy of_region on notice_reached to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
alter table twin_ask enable row level security;
create policy of_region on twin_ask to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert on escalation_rule, notice_reached, twin_ask to guatu_app;

-- Written once but for what happens to them later.
alter table notice enable row level security;
create policy of_region on notice to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert, update (read_at) on notice to guatu_app;
alter table notice_channel enable row level security;
create policy of_region on notice_channel to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert, update (ended_at) on notice_channel to guatu_app;
alter table notice_delivery enable row level security;
create policy of_region on notice_delivery to guatu_app
  using (region_id = guatu_region()) with check (region_id = guatu_region());
grant select, insert,
  update (state, attempts, next_at, lease_by, lease_until, trouble_code, trouble_detail, sent_at) on notice_delivery
  to guatu_app;
