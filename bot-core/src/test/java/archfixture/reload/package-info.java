/** A room of the broken house. */
@NullMarked
package archfixture.reload;

import org.jspecify.annotations.NullMarked;
