/** The process in which files are parsed that may hang, swell or crash, and the way to it. */
@NullMarked
package dev.docent.corpus.files.parser;

import org.jspecify.annotations.NullMarked;
