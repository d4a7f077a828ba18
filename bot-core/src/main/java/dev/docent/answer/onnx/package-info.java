/**
 * The extractive reader on ONNX Runtime: a question and a passage in, the words that answer out. The only package that
 * imports {@code ai.onnxruntime} and {@code ai.djl}. Spans against "no answer" as in Rajpurkar, Jia, Liang: Know What
 * You Don't Know (2018); the weights lie in the module {@code reader-en}, with their card.
 */
@NullMarked
package dev.docent.answer.onnx;

import org.jspecify.annotations.NullMarked;
