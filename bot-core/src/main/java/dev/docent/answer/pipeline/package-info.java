/** The way of a question to its answer: understood, looked for, read, verified, declined. */
@NullMarked
package dev.docent.answer.pipeline;

import org.jspecify.annotations.NullMarked;
