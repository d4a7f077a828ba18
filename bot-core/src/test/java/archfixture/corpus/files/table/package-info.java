/** A room of the broken house. */
@NullMarked
package archfixture.corpus.files.table;

import org.jspecify.annotations.NullMarked;
