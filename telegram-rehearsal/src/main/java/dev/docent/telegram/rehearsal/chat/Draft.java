package dev.docent.telegram.rehearsal.chat;

/** An answer as it grew: one {@code sendMessageDraft}. */
public record Draft(Chat chat, int id, String text) {}
