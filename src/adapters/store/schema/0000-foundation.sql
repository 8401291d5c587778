-- What every table needs before there is one. The role guatu_app itself belongs to the server, not to this database: it is
-- made, or asked for in words, each time the database is opened.

grant usage on schema public to guatu_app;

-- The region that the running transaction works in; null outside of one, so that a policy then shows nothing.
create function guatu_region() returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('guatu.region_id', true), '') $$;
