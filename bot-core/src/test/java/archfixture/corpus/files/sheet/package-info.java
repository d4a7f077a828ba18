/** A room of the broken house. */
@NullMarked
package archfixture.corpus.files.sheet;

import org.jspecify.annotations.NullMarked;
