-- Files by link: whoever answers for an outside body has no account, so that a file of his names nobody as having added it.
alter table attachment alter column added_by drop not null;
comment on column attachment.added_by is 'null = a respondent by one-time link, whom the report names by post';
