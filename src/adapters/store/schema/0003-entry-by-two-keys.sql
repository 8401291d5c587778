-- How people get in: codes that the security officer gives beside the administrator's link, and notices to the holder.

-- SHA-256 of the link's own hash and the code; null = no code was given yet
alter table sign_in_link add column code_hash text;
alter table sign_in_link add column code_by uuid;
alter table sign_in_link add column code_at timestamptz;
alter table sign_in_link add column wrong_codes integer not null default 0;
-- when the holder was told that this link was made
alter table sign_in_link add column seen_at timestamptz;
grant update (code_hash, code_by, code_at, wrong_codes, seen_at) on sign_in_link to guatu_app;

-- hash of the link that opened it; null = opened by password
alter table session add column opened_by_link text;

-- Roles that the administrator proposes together with an account; they count from the security officer's confirmation on.
create table proposed_grant (
  region_id text not null,
  proposal_id uuid not null,
  account_id uuid not null,
  role text not null,
  unit_id uuid not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  decided_at timestamptz,
  decided_by uuid,
  -- the role that it became; null where it was refused
  grant_id uuid,
  primary key (region_id, proposal_id),
  foreign key (region_id, account_id) references account,
  foreign key (region_id, unit_id) references unit
);
create index proposed_grant_open on proposed_grant (region_id) where decided_at is null;
