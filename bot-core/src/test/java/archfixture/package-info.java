/** A room of the broken house. */
@NullMarked
package archfixture;

import org.jspecify.annotations.NullMarked;
