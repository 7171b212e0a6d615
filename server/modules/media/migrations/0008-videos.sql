-- Public videos get a copy that every browser plays, and a poster; those that are there already, too.
update media.file set awaits = '{video/mp4}'
where type = 'video/mp4' and visibility = 'public' and state = 'ready' and duration_ms is not null and archived_at is null;
