/** A room of the broken house. */
@NullMarked
package archfixture.index.analysis;

import org.jspecify.annotations.NullMarked;
