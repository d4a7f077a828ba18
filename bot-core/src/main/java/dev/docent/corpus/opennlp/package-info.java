/**
 * Language identification with Apache OpenNLP's character n-gram model.
 */
@NullMarked
package dev.docent.corpus.opennlp;

import org.jspecify.annotations.NullMarked;
