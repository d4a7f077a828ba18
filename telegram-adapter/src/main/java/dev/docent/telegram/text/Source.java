package dev.docent.telegram.text;

/**
 * Where an answer stands, in words.
 *
 * @param n its marker
 */
public record Source(int n, String place, String quote) {}
