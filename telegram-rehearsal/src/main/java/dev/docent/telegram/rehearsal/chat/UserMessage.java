package dev.docent.telegram.rehearsal.chat;

/** A message that a person wrote: what the server lets people edit and reply to. */
public record UserMessage(Chat chat, int id, TelegramUser from, String text) {}
