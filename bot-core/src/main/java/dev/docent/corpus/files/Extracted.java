package dev.docent.corpus.files;

import dev.docent.corpus.Block;
import dev.docent.corpus.Pages;
import java.util.List;

/**
 * What a parser made of a file.
 *
 * @param title what the file says of itself; empty if it says nothing
 */
record Extracted(String title, String text, List<Block> blocks, Pages pages) {}
