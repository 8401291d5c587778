-- What the columns of a task table hold, as it was last stated for tables with the same heads.

create table table_columns (
  region_id text not null,
  -- SHA-256 of the heads in their order, white space removed: a head may be longer than a key of an index
  head_hash text not null,
  uses jsonb not null,
  stated_at timestamptz not null,
  stated_by uuid not null,
  primary key (region_id, head_hash),
  foreign key (region_id) references region,
  foreign key (region_id, stated_by) references account
);
