/** Text out of bytes: which encoding they are in, told by what they declare, by what they spell, and by the languages around. */
@NullMarked
package dev.docent.corpus.files.text;

import org.jspecify.annotations.NullMarked;
