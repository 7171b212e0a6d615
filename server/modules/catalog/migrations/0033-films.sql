-- Films of a product, which stand after its pictures.
create table catalog.product_film (
  id uuid primary key,
  store_id uuid not null,
  product_id uuid not null,
  file_id uuid not null,
  poster_id uuid,
  position int not null check (position between 0 and 1000000),
  unique (store_id, id),
  unique (product_id, file_id),
  foreign key (store_id, product_id) references catalog.product (store_id, id),
  foreign key (store_id, file_id) references media.file (store_id, id),
  foreign key (store_id, poster_id) references media.file (store_id, id)
);
comment on table catalog.product_film is 'Films of a product, in order; a picture of the store may stand for one until it is played.';

create table catalog.product_film_text (
  store_id uuid not null,
  product_film_id uuid not null,
  locale text not null,
  title text not null check (length(title) between 1 and 300),
  primary key (product_film_id, locale),
  foreign key (store_id, product_film_id) references catalog.product_film (store_id, id) on delete cascade
);
comment on table catalog.product_film_text is 'What a film shows, in one language.';
