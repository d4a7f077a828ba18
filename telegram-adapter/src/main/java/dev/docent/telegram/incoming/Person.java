package dev.docent.telegram.incoming;

import org.jspecify.annotations.Nullable;

/**
 * Who said something.
 *
 * @param name as Telegram shows it; foreign text
 * @param language of their Telegram; null when it isn't told
 * @param anonymous whether a group or channel speaks for somebody; such a one never has rights
 */
public record Person(long id, String name, @Nullable String language, boolean anonymous) {}
