package dev.docent.telegram.rehearsal.chat;

/**
 * A button under a message.
 *
 * @param data what the bot is told when it is pressed; empty when it does something else (a link, a copy)
 */
public record ShownButton(String label, String data) {}
