/** A room of the broken house. */
@NullMarked
package archfixture.corpus;

import org.jspecify.annotations.NullMarked;
