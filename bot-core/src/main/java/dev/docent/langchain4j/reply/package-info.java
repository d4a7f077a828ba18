/** Reads what a language model writes, as it comes: into statements, and the passages they cite. */
@NullMarked
package dev.docent.langchain4j.reply;

import org.jspecify.annotations.NullMarked;
