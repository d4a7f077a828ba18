/**
 * From evidence to a verified answer: the reader drafts, the verifier lets through only what stands in the
 * documents, and the answerer is the recipe that joins all stops.
 */
@NullMarked
package dev.docent.answer;

import org.jspecify.annotations.NullMarked;
