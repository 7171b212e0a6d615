-- What buyers think of a product, star by star. A later module moves the counts in the transaction that publishes or
-- takes back a judgement; number and average follow from them.
create table browse.rating (
  store_id uuid not null,
  product_id uuid primary key,
  stars_1 int not null default 0 check (stars_1 >= 0),
  stars_2 int not null default 0 check (stars_2 >= 0),
  stars_3 int not null default 0 check (stars_3 >= 0),
  stars_4 int not null default 0 check (stars_4 >= 0),
  stars_5 int not null default 0 check (stars_5 >= 0),
  ratings int not null generated always as (stars_1 + stars_2 + stars_3 + stars_4 + stars_5) stored,
  average_hundredths int not null generated always as (coalesce(
    round((stars_1 + 2 * stars_2 + 3 * stars_3 + 4 * stars_4 + 5 * stars_5) * 100.0
      / nullif(stars_1 + stars_2 + stars_3 + stars_4 + stars_5, 0)), 0)::int) stored,
  updated_at timestamptz(3) not null,
  foreign key (store_id, product_id) references catalog.product (store_id, id)
);
comment on table browse.rating is 'How many gave a product each number of stars, and what follows from that.';
