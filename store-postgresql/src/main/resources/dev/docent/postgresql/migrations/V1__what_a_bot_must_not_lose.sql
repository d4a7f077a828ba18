-- Named maps from text to JSON.
create table stored (
  bot bigint not null,
  map text not null,
  key text collate "C" not null,
  json text not null,
  primary key (bot, map, key)
);

-- Updates from their receipt on. What is done keeps only its number.
create table received (
  bot bigint not null,
  update_id bigint not null,
  chat bigint not null,
  json text,
  replica text,
  at timestamptz not null default now(),
  done timestamptz,
  primary key (bot, update_id)
);
create index received_open on received (bot, chat, update_id) where done is null;
create index received_done on received (bot, done) where done is not null;

-- Whose a chat is while it has open updates.
create table chat (
  bot bigint not null,
  chat bigint not null,
  replica text,
  touched timestamptz not null default now(),
  primary key (bot, chat)
);
create index chat_taken on chat (bot, replica) where replica is not null;

create table replica (
  bot bigint not null,
  id text not null,
  alive_until timestamptz not null,
  primary key (bot, id)
);

-- What only one replica may have.
create table lead (
  bot bigint not null,
  name text not null,
  replica text not null,
  primary key (bot, name)
);
