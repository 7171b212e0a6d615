-- Who asks for what was archived is told that it is gone (`browse.product`), without looking through all texts.
create index product_text_gone on catalog.product_text (store_id, slug) where not live;
