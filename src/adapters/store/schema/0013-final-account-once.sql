-- A final account comes into being by being closed: there is no other state, no other moment and no other person, and nobody changes it
-- afterwards. What is wrong in it is corrected beside it.
alter table final_account drop column state;
alter table final_account drop column opened_at;
alter table final_account drop column opened_by;
alter table final_account alter column body set not null;
alter table final_account alter column seal_seq set not null;
alter table final_account alter column closed_at set not null;
alter table final_account alter column closed_by set not null;
revoke update on final_account from guatu_app;

-- Of a reason only the words change, each time upon a revision.
revoke update on final_account_reason from guatu_app;
grant update (reason, revision, changed_at, changed_by) on final_account_reason to guatu_app;
