/** A room of the broken house. */
@NullMarked
package archfixture.boot;

import org.jspecify.annotations.NullMarked;
