/** A room of the broken house. */
@NullMarked
package archfixture.corpus.files.pdf;

import org.jspecify.annotations.NullMarked;
