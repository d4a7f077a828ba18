/** A room of the broken house. */
@NullMarked
package archfixture.privacy;

import org.jspecify.annotations.NullMarked;
