/** A room of the broken house. */
@NullMarked
package archfixture.gaps;

import org.jspecify.annotations.NullMarked;
