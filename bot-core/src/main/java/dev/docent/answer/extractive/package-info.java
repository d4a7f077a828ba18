/**
 * The reader that needs no language model: it ranks the sentences of the evidence, knows how sure it may be, and cuts the
 * piece of the document around the one that answers.
 */
@NullMarked
package dev.docent.answer.extractive;

import org.jspecify.annotations.NullMarked;
