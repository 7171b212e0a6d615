-- I24.name: a file has its hash, and a picture its size.
alter table media.file add constraint file_sha256 check (length(sha256) = 32);
alter table media.file add constraint file_measured check (type not like 'image/%' or (width > 0 and height > 0));
