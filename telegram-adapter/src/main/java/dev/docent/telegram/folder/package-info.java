/** The folder of documents: the index follows it. */
@NullMarked
package dev.docent.telegram.folder;

import org.jspecify.annotations.NullMarked;
