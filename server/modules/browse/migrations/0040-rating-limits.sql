-- What follows from the counts has limits of its own, which hold whatever it is worked out by.
alter table browse.rating
  add constraint rating_ratings check (ratings >= 0),
  add constraint rating_average check (case when ratings = 0 then average_hundredths = 0 else average_hundredths between 100 and 500 end);
