/** A room of the broken house. */
@NullMarked
package archfixture.corpus.files.format;

import org.jspecify.annotations.NullMarked;
