/** A port of the broken house. */
@NullMarked
package archfixture.core.index;

import org.jspecify.annotations.NullMarked;
