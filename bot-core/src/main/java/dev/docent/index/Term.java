package dev.docent.index;

/** A term as the analysis of a language makes it from the characters {@code [start, end)} of a text. */
public record Term(String text, int start, int end) {}
