package dev.docent.index;

/**
 * How the index was made. It is part of every commit; an index made in another way is made anew.
 *
 * @param embedder the name of the embedding model
 * @param splitter the version of the splitter
 * @param format the version of the index's own layout
 */
public record IndexManifest(String embedder, String splitter, int format) {}
