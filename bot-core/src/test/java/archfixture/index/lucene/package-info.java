/** A room of the broken house. */
@NullMarked
package archfixture.index.lucene;

import org.jspecify.annotations.NullMarked;
