package dev.docent.telegram.text;

import org.jspecify.annotations.Nullable;

/**
 * Where an answer stands, in words.
 *
 * @param n its marker
 * @param document the id of the document; null where an earlier version kept none
 */
public record Source(int n, String place, String quote, @Nullable String document) {}
