/** A room of the broken house. */
@NullMarked
package archfixture.corpus.files;

import org.jspecify.annotations.NullMarked;
