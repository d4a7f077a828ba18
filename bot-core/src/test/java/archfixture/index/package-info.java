/** A room of the broken house. */
@NullMarked
package archfixture.index;

import org.jspecify.annotations.NullMarked;
