-- What the tables are for; docs/tables.md is drawn from it.
comment on table media.file is 'Files that were received, where they are kept and what they show.';
comment on table media.piece is 'Parts of a file that is still being sent.';
