-- What has been put down stands: the app role deletes only what is no record, and rewrites of a record only what the product
-- rewrites. Whoever takes over a request still cannot change the log, a seal or a published version without the owner's
-- password, and `guatu verify` would find even that. Rows are loaded by a restore and by the scale sample as the owner.

revoke delete, truncate on
  region, unit, unit_alias, unit_group_member, account, account_role, session, sign_in_link, post, post_holder,
  issued_document, draft, draft_entry, plan, plan_version, plan_item, calendar_override, cadence, period, sheet_line,
  report, attachment, release_figure, verification, red_line_event, seal, correction, problem, problem_event,
  supervision_order, order_event, scheme, panel_score, score_run, official_document, publication, audit, audit_link
  from guatu_app;

-- What is no record: duties and task forces are laid down anew with each version of a plan, and its versions keep the old ones.
grant delete on plan_duty, task_force, task_force_member, sign_in_failure to guatu_app;

-- Written once.
revoke update on
  seal, audit_link, issued_document, plan_version, sheet_line, red_line_event, scheme, score_run, problem_event, order_event
  from guatu_app;

-- Written once but for what happens to them later.
revoke update on
  region, account, account_role, session, sign_in_link, attachment, verification, correction, audit
  from guatu_app;
grant update (clock_at) on region to guatu_app;
grant update (password_hash, disabled_at) on account to guatu_app;
grant update (revoked_at, revoked_by) on account_role to guatu_app;
grant update (last_seen_at, revoked_at) on session to guatu_app;
grant update (used_at) on sign_in_link to guatu_app;
grant update (removed_at) on attachment to guatu_app;
grant update (revoked_at) on verification to guatu_app;
grant update (approved_at, approved_by, refused_at) on correction to guatu_app;
grant update (linked) on audit to guatu_app;

-- A row of the log gets its place in the chain once; a correction is decided once.
create policy linked_once on audit as restrictive for update to guatu_app using (not linked) with check (linked);
create policy decided_once on correction as restrictive for update to guatu_app
  using (approved_at is null and refused_at is null)
  with check (approved_at is not null or refused_at is not null);
