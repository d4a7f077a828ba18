/**
 * Questions about whole documents: which there are, what they say in short, their dates and names, and how two of them
 * differ.
 */
@NullMarked
package dev.docent.answer.document;

import org.jspecify.annotations.NullMarked;
