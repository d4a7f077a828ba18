package dev.docent.telegram.rehearsal.chat;

/** An answer as it grew: one {@code sendMessageDraft}. */
public record ShownDraft(Chat chat, int id, String text) {}
