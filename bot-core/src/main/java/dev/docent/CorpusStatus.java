package dev.docent;

import java.nio.file.Path;

/**
 * The state of the index in figures.
 *
 * @param index the folder the index lies in
 * @param generation of the index: larger after each commit
 */
public record CorpusStatus(Path knowledge, Path index, int documents, int unreadable, int segments,
    int vectorsMissing, long generation) {}
