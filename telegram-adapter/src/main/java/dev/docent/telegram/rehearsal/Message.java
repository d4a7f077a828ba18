package dev.docent.telegram.rehearsal;

/** A message that a person wrote: what {@link FakeTelegram#edit} and {@link FakeTelegram#reply} speak of. */
public record Message(Chat chat, int id, Person from, String text) {}
