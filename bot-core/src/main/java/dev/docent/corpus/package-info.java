/**
 * What is in the knowledge folder: documents, the segments they are split into, and the locators that say where
 * a quote stands.
 */
@NullMarked
package dev.docent.corpus;

import org.jspecify.annotations.NullMarked;
