/** A room of the broken house. */
@NullMarked
package archfixture.corpus.files.markup;

import org.jspecify.annotations.NullMarked;
