/**
 * What is common to the kinds of files: how they are told apart, what one may cost, why one isn't read, and what
 * reading one comes to.
 */
@NullMarked
package dev.docent.corpus.files.format;

import org.jspecify.annotations.NullMarked;
