/**
 * From a query to ranked passages: lexical and dense retrieval, reciprocal rank fusion (Cormack, Clarke and
 * Buettcher, 2009), reranking, and the rewriting of follow-up questions.
 */
@NullMarked
package dev.docent.retrieval;

import org.jspecify.annotations.NullMarked;
